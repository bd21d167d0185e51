// SPDX-License-Identifier: GPL-2.0-or-later
#include <cstdint>
#include <cstdlib>
#include <string>

#include "common/policy/chatbot.h"
#include "common/policy/disclosure.h"
#include "common/policy/provider.h"
#include "common/scan/compile_image.h"
#include "common/scan/name_list.h"
#include "common/scan/topics.h"

namespace loftgate {
namespace {

/// A record that is refused must say where.
template <class T>
void check(const Result<T>& record) {
  if (!record && record.error().text.rfind("record.toml:", 0) != 0) std::abort();
}

/// A detector that is read must compile, or say why not.
void check_detector(const RecordFile& file) {
  const Result<Detector> detector = read_detector(file);
  check(detector);
  if (detector) check(compile_image({{*detector}, {}, {}}));
}

void check_topic(const RecordFile& file) {
  const Result<Topic> topic = read_topic(file);
  check(topic);
  if (topic) check(compile_image({{}, {*topic}, {}}));
}

void check_names(const RecordFile& file) {
  const Result<NameList> names = read_names(file);
  check(names);
  if (names) check(compile_image({{}, {}, {*names}}));
}

}  // namespace
}  // namespace loftgate

// The first byte chooses the kind of record, the others are the file.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace loftgate;
  if (size < 1) return 0;
  const RecordFile file{"record.toml", std::string(reinterpret_cast<const char*>(data) + 1, size - 1)};
  switch (data[0] % 8) {
    case 0: check(read_provider(file)); break;
    case 1: check(read_chatbot(file)); break;
    case 2: check(read_trigger(file)); break;
    case 3: check(read_disclosure(file)); break;
    case 4: check_detector(file); break;
    case 5: check_topic(file); break;
    case 6: check_names(file); break;
    case 7: check(read_people(file)); break;
  }
  return 0;
}
