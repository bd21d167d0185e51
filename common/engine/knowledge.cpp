// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/engine/knowledge.h"

#include <algorithm>
#include <utility>

#include "common/scan/bundled_image.h"
#include "common/scan/phone_library.h"

namespace loftgate {
namespace {

/// The records of one folder: bundled ones first, so that a user's record of the same id replaces them.
struct Shelf {
  std::vector<RecordFile> files;
  std::size_t bundled = 0;

  bool has_own() const { return files.size() > bundled; }
  void drop_own() { files.resize(bundled); }
};

Shelf gather(const std::string& user_folder, const char* name, std::vector<RecordFile> bundled,
             std::vector<std::string>& problems) {
  Shelf shelf{std::move(bundled), 0};
  shelf.bundled = shelf.files.size();
  if (user_folder.empty()) return shelf;
  auto own = records_in(user_folder + "/records/" + name);
  if (!own) {
    problems.push_back(own.error().text);
    return shelf;
  }
  for (RecordFile& file : *own) shelf.files.push_back(std::move(file));
  return shelf;
}

/// Loads with the user's records, or without them when one of them cannot be used.
template <class Load>
auto load_best(std::vector<Shelf> shelves, std::vector<std::string>& problems, Load load) {
  auto loaded = load(shelves);
  if (loaded || std::none_of(shelves.begin(), shelves.end(), [](const Shelf& s) { return s.has_own(); })) return loaded;
  problems.push_back(loaded.error().text);
  for (Shelf& shelf : shelves) shelf.drop_own();
  return load(shelves);
}

}  // namespace

Result<Knowledge> load_knowledge(const std::string& user_folder) {
  look_for_phone_module(phone_module_places(user_folder));
  std::vector<std::string> problems;
  const auto shelf = [&](const char* name) { return gather(user_folder, name, bundled_records(name), problems); };
  // The bundled detectors were compiled by the build.
  const auto own_shelf = [&](const char* name) { return gather(user_folder, name, {}, problems); };
  auto scanner = load_best({own_shelf("detectors"), own_shelf("topics"), own_shelf("names")}, problems, [](const std::vector<Shelf>& s) {
    return Scanner::load_over(bundled_scan_image(), {s[0].files, s[1].files, s[2].files});
  });
  if (!scanner) return scanner.error();
  auto book = load_best({shelf("providers"), shelf("chatbots"), shelf("disclosures"), shelf("triggers")}, problems,
                        [](const std::vector<Shelf>& s) {
                          return PolicyBook::load(s[0].files, s[1].files, s[2].files, s[3].files);
                        });
  if (!book) return book.error();
  return Knowledge{std::move(*scanner), std::move(*book), std::move(problems)};
}

KnowledgeLoader::KnowledgeLoader(std::string user_folder)
    : loading_(std::async(std::launch::async, [folder = std::move(user_folder)] { return load_knowledge(folder); })
                   .share()) {}

const Result<Knowledge>& KnowledgeLoader::get() { return loading_.get(); }

}  // namespace loftgate
