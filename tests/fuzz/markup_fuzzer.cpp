// SPDX-License-Identifier: GPL-2.0-or-later
#include <cstdlib>

#include "tests/text/markup_samples.h"

// The first bytes choose what is replaced, the others are the markup.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace loftgate;
  if (size < 4) return 0;
  std::minstd_rand random(data[0] | data[1] << 8 | data[2] << 16 | data[3] << 24);
  const std::string_view markup(reinterpret_cast<const char*>(data) + 4, size - 4);
  const PlainText read = read_markup(markup);
  if (!test::map_fault(markup, read).empty()) std::abort();
  if (!test::mask_fault(markup, read, test::random_parts(read, random)).empty()) std::abort();
  return 0;
}
