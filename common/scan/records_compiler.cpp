// SPDX-License-Identifier: GPL-2.0-or-later
// Part of the build: compiles the bundled records of detectors, topics and names into the source of their scan image.
//
//   records-compiler OUT.cpp
//
// Refuses records that cannot be used and examples that do not behave.
#include <cstdio>
#include <fstream>
#include <string>
#include <vector>

#include "common/scan/compile_image.h"
#include "common/scan/examples.h"
#include "common/scan/scanner.h"

namespace loftgate {
namespace {

int fail(const std::string& message) {
  std::fprintf(stderr, "%s\n", message.c_str());
  return 1;
}

/// A string literal of any bytes. Octal escapes of three digits cannot run into what follows.
void write_literal(std::ostream& out, const std::string& bytes) {
  constexpr std::size_t a_line = 64;
  char escape[5];
  for (std::size_t at = 0; at < bytes.size(); at += a_line) {
    out << "\n  \"";
    for (const char byte : bytes.substr(at, a_line)) {
      std::snprintf(escape, sizeof escape, "\\%03o", static_cast<unsigned>(static_cast<unsigned char>(byte)));
      out << escape;
    }
    out << '"';
  }
}

/// Examples that do not behave, one message each.
std::vector<std::string> faults(const Scanner& scanner, const ScanRecords& records) {
  std::vector<std::string> found;
  std::size_t number = 0;
  const auto try_examples = [&](const Detector& detector) {
    for (const Example& example : detector.examples) {
      const std::string fault = fault_of(scanner, number, detector, example);
      if (!fault.empty()) found.push_back(detector.file + ": example '" + example.name + "' " + fault);
    }
    ++number;
  };
  for (const Detector& detector : records.detectors) try_examples(detector);
  for (const Topic& topic : records.topics) try_examples(topic.detector);
  for (const NameList& names : records.names) try_examples(names.detector);
  return found;
}

int compile_records(const char* target) {
  const Result<ScanRecords> records = read_scan_records(bundled_scan_records());
  if (!records) return fail(records.error().text);
  const Result<std::string> image = compile_image(*records);
  if (!image) return fail(image.error().text);
  const std::vector<std::string> wrong = faults(Scanner::of_image(image->data()), *records);
  for (const std::string& fault : wrong) fail(fault);
  if (!wrong.empty()) return fail("examples of records do not behave; mend the record or the example");

  std::ofstream out(target, std::ios::binary);
  out << "// Made by records-compiler from common/records.\n#include \"common/scan/bundled_image.h\"\n\n"
         "namespace loftgate {\n\nalignas(16) static const char image[] =";
  write_literal(out, *image);
  out << ";\n\nconst char* bundled_scan_image() { return image; }\n\n}  // namespace loftgate\n";
  out.close();
  return out ? 0 : fail(std::string(target) + ": cannot be written");
}

}  // namespace
}  // namespace loftgate

int main(int argc, char** argv) {
  if (argc != 2) return loftgate::fail("usage: records-compiler OUT.cpp");
  return loftgate::compile_records(argv[1]);
}
