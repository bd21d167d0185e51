// SPDX-License-Identifier: GPL-2.0-or-later
// What tests about files stand on: files that are chosen, and what was offered of them.
#pragma once

#include <fstream>
#include <string>
#include <vector>

#include "common/text/markup.h"
#include "tests/support/headless_ui.h"
#include "tests/support/purple_bed.h"

namespace loftgate {

inline constexpr const char* card_text = "to pay\n4539 1488 0343 6467\n";
inline constexpr const char* png = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR";

class Files : public PurpleBed {
 protected:
  std::string make(const std::string& name, const std::string& content) {
    const std::string path = folder_.path() + "/" + name;
    std::ofstream(path, std::ios::binary) << content;
    return path;
  }
  /// Chooses a file for somebody, as a menu, a drop or D-Bus does.
  void choose_file(const char* who, const std::string& name, const std::string& content) {
    serv_send_file(purple_account_get_connection(xmpp_), who, make(name, content).c_str());
  }
  void hold() {
    const auto before = offered().size();
    write_to(bot_name);
    said();
    choose_file(bot_name, "notes.txt", card_text);
    ASSERT_THAT(offered(), testing::SizeIs(before));
  }
  const std::vector<std::string>& offered() const { return wire_of_null_protocols().offered; }
  const std::vector<std::string>& ended() const { return wire_of_null_protocols().ended; }

  /// Lines of ours since the last look; libpurple writes its own about transfers, and those it logs.
  std::string said() {
    std::string text;
    for (; looked_ < shown_lines().size(); ++looked_) {
      const ShownLine& line = shown_lines()[looked_];
      const std::string plain(read_markup(line.markup).body());
      if (line.flags & PURPLE_MESSAGE_NO_LOG) text += plain + "\n";
      else EXPECT_THAT(plain, testing::Not(testing::HasSubstr("HELD")));
    }
    return text;
  }

 private:
  std::size_t looked_ = 0;
};

}  // namespace loftgate
