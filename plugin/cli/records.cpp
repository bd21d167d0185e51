// SPDX-License-Identifier: GPL-2.0-or-later
// `loftgate records`: lists and shows detectors and topics, and tries records of one's own before they are used.
#include <algorithm>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/i18n.h"
#include "common/base/records.h"
#include "common/engine/wording.h"
#include "common/log/canonical_json.h"
#include "common/policy/chatbot.h"
#include "common/policy/disclosure.h"
#include "common/policy/provider.h"
#include "common/scan/bundled_image.h"
#include "common/scan/examples.h"
#include "common/scan/name_list.h"
#include "common/scan/scanner.h"
#include "common/scan/topics.h"
#include "plugin/cli/input.h"
#include "plugin/cli/options.h"
#include "plugin/cli/places.h"
#include "plugin/cli/severity.h"
#include "plugin/cli/terminal.h"
#include "plugin/cli/verbs.h"

namespace loftgate::cli {
namespace {

Json facts_json(const DetectorFacts& facts) {
  Json item = Json::object();
  item.set("id", std::string(facts.id));
  item.set("name", std::string(facts.name));
  item.set("type", std::string(type_name(facts.type)));
  item.set("severity", std::string(severity_key(facts.severity)));
  item.set("confidence", std::int64_t{facts.confidence});
  item.set("file", std::string(facts.file));
  return item;
}

int list(int argc, char** argv) {
  Options options("records list", "", tr("Lists what details are found, by which record."));
  std::string folder = default_folder();
  bool json = false;
  options.text("folder", folder, tr("Loftgate's folder, for your own records"), tr("DIR"));
  options.flag("json", json, tr("Print JSON"));
  if (!options.parse(argc, argv)) return exit_code::usage;
  const auto own = scan_records_in(record_folders(folder));
  const auto scanner = own ? Scanner::load_over(bundled_scan_image(), *own) : own.error();
  if (!scanner) {
    say_trouble(scanner.error().text);
    return exit_code::failed;
  }
  Json::List all;
  for (std::size_t i = 0; i < scanner->size(); ++i) {
    const DetectorFacts facts = scanner->detector(i);
    if (json) {
      all.push_back(facts_json(facts));
      continue;
    }
    print_line(format("%-28s %-18s %-9s %s", std::string(facts.id).c_str(), std::string(type_name(facts.type)).c_str(),
                      severity_word(facts.severity).c_str(), std::string(facts.file).c_str()));
  }
  if (json) print_line(canonical(Json(std::move(all))));
  return exit_code::done;
}

/// The id that stands in a record's file name.
std::string id_of(const RecordFile& file) { return std::filesystem::path(file.name).stem().string(); }

int show(int argc, char** argv) {
  Options options("records show", tr("ID"), tr("Prints a record as it stands, with its examples."));
  std::string folder = default_folder();
  options.text("folder", folder, tr("Loftgate's folder, for your own records"), tr("DIR"));
  if (!options.parse(argc, argv)) return exit_code::usage;
  if (options.operands().size() != 1) return options.complain(tr("name one record; `loftgate records list` lists them"));
  const std::string& id = options.operands().front();
  for (const char* kind : {"detectors", "topics", "names", "providers", "chatbots", "disclosures", "triggers"}) {
    std::vector<RecordFile> files = bundled_records(kind);
    auto own = records_in_all(record_folders(folder), kind);
    if (!own) {
      say_trouble(own.error().text);
      return exit_code::failed;
    }
    files.insert(files.end(), own->begin(), own->end());
    // The last one is in use.
    const auto found = std::find_if(files.rbegin(), files.rend(), [&](const RecordFile& file) { return id_of(file) == id; });
    if (found == files.rend()) continue;
    print_line(format("# %s", printable(found->name).c_str()));
    print(printable_lines(found->text));
    return exit_code::done;
  }
  say_trouble(format(tr("there is no record \"%s\"; `loftgate records list` lists them"), printable(id).c_str()));
  return exit_code::failed;
}

enum class Kind { detector, topic, names, provider, chatbot, disclosure, trigger };

/// What a file holds: the nearest folder that is named after a kind tells, or else its tables.
Kind kind_of(const RecordFile& file) {
  static const std::map<std::string_view, Kind> kinds = {
      {"detectors", Kind::detector}, {"topics", Kind::topic},           {"names", Kind::names},    {"providers", Kind::provider},
      {"chatbots", Kind::chatbot},   {"disclosures", Kind::disclosure}, {"triggers", Kind::trigger}};
  for (auto folder = std::filesystem::absolute(file.name).parent_path(); folder.has_relative_path(); folder = folder.parent_path()) {
    const auto kind = kinds.find(folder.filename().string());
    if (kind != kinds.end()) return kind->second;
  }
  return file.text.find("[[language]]") == std::string::npos ? Kind::detector : Kind::topic;
}

template <class T>
std::vector<std::string> trouble_of(const Result<T>& record) {
  if (record) return {};
  return {record.error().text};
}

/// Tries the examples of a record that was read, beside the bundled records.
template <class Record>
std::vector<std::string> scan_trouble(const RecordFile& file, const Result<Record>& record, const Detector& detector,
                                      const ScanRecordFiles& files) {
  if (!record) return {record.error().text};
  const auto scanner = Scanner::load_over(bundled_scan_image(), files);
  if (!scanner) return {scanner.error().text};
  std::vector<std::string> wrong;
  for (const Example& example : detector.examples) {
    const std::string fault = fault_of(*scanner, scanner->size() - 1, detector, example);
    if (fault.empty()) continue;
    // Translators: file, the example's name, what it does ("finds nothing, not 'x'").
    wrong.push_back(format(tr("%s: example '%s' %s; mend the pattern or the example"), file.name.c_str(),
                           example.name.c_str(), fault.c_str()));
  }
  return wrong;
}

std::vector<std::string> detector_trouble(const RecordFile& file) {
  const Result<Detector> record = read_detector(file);
  return scan_trouble(file, record, record ? *record : Detector(), {{file}, {}, {}});
}

std::vector<std::string> topic_trouble(const RecordFile& file) {
  if (is_people_record(file)) return trouble_of(read_people(file));
  const Result<Topic> record = read_topic(file);
  return scan_trouble(file, record, record ? record->detector : Detector(), {{}, {file}, {}});
}

std::vector<std::string> names_trouble(const RecordFile& file) {
  const Result<NameList> record = read_names(file);
  return scan_trouble(file, record, record ? record->detector : Detector(), {{}, {}, {file}});
}

std::vector<std::string> trouble_in(const RecordFile& file) {
  switch (kind_of(file)) {
    case Kind::detector: return detector_trouble(file);
    case Kind::topic: return topic_trouble(file);
    case Kind::names: return names_trouble(file);
    case Kind::provider: return trouble_of(read_provider(file));
    case Kind::chatbot: return trouble_of(read_chatbot(file));
    case Kind::disclosure: return trouble_of(read_disclosure(file));
    case Kind::trigger: return trouble_of(read_trigger(file));
  }
  return {};
}

int check_files(int argc, char** argv) {
  Options options("records check", tr("FILE…"),
                  tr("Tries records: that they can be read and compiled, and that their examples behave beside the "
                     "bundled ones. Exit code 0: all are good, 2: something is wrong."));
  if (!options.parse(argc, argv)) return exit_code::usage;
  if (options.operands().empty()) return options.complain(tr("name a file"));
  int code = exit_code::done;
  for (const std::string& name : options.operands()) {
    auto input = Input::open(name);
    auto text = input ? input->rest() : Result<std::string>(input.error());
    const std::vector<std::string> wrong = text ? trouble_in({name, *text}) : std::vector{text.error().text};
    for (const std::string& line : wrong) say_trouble(printable(line));
    if (!wrong.empty()) code = exit_code::failed;
    else print_line(format(tr("%s: is good"), printable(name).c_str()));
  }
  return code;
}

}  // namespace

int records(int argc, char** argv) {
  const std::string_view word = argc > 1 ? argv[1] : "";
  if (word == "list") return list(argc - 1, argv + 1);
  if (word == "show") return show(argc - 1, argv + 1);
  if (word == "check") return check_files(argc - 1, argv + 1);
  if (word == "--help" || word == "-h") {
    print_line(tr("Usage: loftgate records list|show|check [OPTION…]"));
    print_line(tr("Lists and shows what is looked for, and tries records of your own."));
    return exit_code::done;
  }
  say_trouble(tr("loftgate records: list, show or check? `loftgate records --help` tells more"));
  return exit_code::usage;
}

}  // namespace loftgate::cli
