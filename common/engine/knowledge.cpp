// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/engine/knowledge.h"

#include <algorithm>
#include <utility>

#include "common/scan/bundled_image.h"
#include "common/scan/phone_library.h"

namespace loftgate {
namespace {

/// The records of one kind. Later ones take the place of earlier ones of the same id.
struct Shelf {
  std::vector<RecordFile> bundled, user, system;

  std::vector<RecordFile> files(bool with_user, bool with_system) const {
    std::vector<RecordFile> all = bundled;
    if (with_user) all.insert(all.end(), user.begin(), user.end());
    if (with_system) all.insert(all.end(), system.begin(), system.end());
    return all;
  }
};

std::vector<RecordFile> read_all(const std::vector<std::string>& folders, const char* name,
                                 std::vector<std::string>& problems) {
  auto files = records_in_all(folders, name);
  if (files) return *std::move(files);
  problems.push_back(files.error().text);
  return {};
}

/// Loads with the user's and the administrator's records, or without those that cannot be used.
template <class Load>
auto load_best(const std::vector<Shelf>& shelves, std::vector<std::string>& problems, Load load) {
  const auto attempt = [&](bool with_user, bool with_system) {
    std::vector<std::vector<RecordFile>> files;
    for (const Shelf& shelf : shelves) files.push_back(shelf.files(with_user, with_system));
    return load(files);
  };
  const auto any = [&](std::vector<RecordFile> Shelf::* own) {
    return std::any_of(shelves.begin(), shelves.end(), [own](const Shelf& shelf) { return !(shelf.*own).empty(); });
  };
  const bool user = any(&Shelf::user), system = any(&Shelf::system);
  auto loaded = attempt(user, system);
  for (const auto& [with_user, with_system] : {std::pair{false, system}, std::pair{user, false}, std::pair{false, false}}) {
    if (loaded || (!user && !system)) break;
    const std::string& problem = loaded.error().text;
    if (std::find(problems.begin(), problems.end(), problem) == problems.end()) problems.push_back(problem);
    loaded = attempt(with_user, with_system);
  }
  return loaded;
}

}  // namespace

Result<Knowledge> load_knowledge(const std::string& user_folder) {
  look_for_phone_module(phone_module_places(user_folder));
  std::vector<std::string> problems;
  // Without a folder of the user's nothing but the bundled records counts.
  const auto system_folders = user_folder.empty() ? std::vector<std::string>() : system_record_folders();
  const auto user_folders = user_folder.empty() ? std::vector<std::string>() : std::vector{user_folder + "/records"};
  const auto shelf = [&](const char* name, std::vector<RecordFile> bundled) {
    return Shelf{std::move(bundled), read_all(user_folders, name, problems), read_all(system_folders, name, problems)};
  };
  const auto full_shelf = [&](const char* name) { return shelf(name, bundled_records(name)); };
  // The bundled detectors were compiled by the build.
  using Files = std::vector<std::vector<RecordFile>>;
  auto scanner = load_best({shelf("detectors", {}), shelf("topics", {}), shelf("names", {})}, problems, [](const Files& f) {
    return Scanner::load_over(bundled_scan_image(), {f[0], f[1], f[2]});
  });
  if (!scanner) return scanner.error();
  auto book = load_best({full_shelf("providers"), full_shelf("chatbots"), full_shelf("disclosures"), full_shelf("triggers")},
                        problems, [](const Files& f) { return PolicyBook::load(f[0], f[1], f[2], f[3]); });
  if (!book) return book.error();
  return Knowledge{std::move(*scanner), std::move(*book), std::move(problems)};
}

KnowledgeLoader::KnowledgeLoader(std::string user_folder)
    : loading_(std::async(std::launch::async, [folder = std::move(user_folder)] { return load_knowledge(folder); })
                   .share()) {}

const Result<Knowledge>& KnowledgeLoader::get() { return loading_.get(); }

}  // namespace loftgate
