// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <utility>
#include <vector>

#include "common/base/glib_ptr.h"
#include "common/base/i18n.h"
#include "common/engine/knowledge.h"
#include "plugin/cli/options.h"
#include "plugin/cli/places.h"
#include "plugin/cli/service_report.h"
#include "plugin/cli/terminal.h"
#include "plugin/cli/verbs.h"

namespace loftgate::cli {
namespace {

using Found = std::vector<const Provider*>;

std::string folded(const std::string& text) {
  return take(g_utf8_casefold(take(g_utf8_make_valid(text.c_str(), -1)).c_str(), -1));
}

template <class Test>
Found providers_where(const PolicyBook& book, Test test) {
  Found found;
  for (const Provider& provider : book.providers()) {
    if (test(provider)) found.push_back(&provider);
  }
  return found;
}

/// The service of that id; else those of that name; else those whose AI is called so; else those whose id or name
/// contains it.
Found find(const PolicyBook& book, const std::string& asked) {
  if (const Provider* exact = book.provider(asked)) return {exact};
  const std::string wanted = folded(asked);
  const auto is = [&](const std::string& name) { return folded(name) == wanted; };
  const auto holds = [&](const std::string& name) { return folded(name).find(wanted) != std::string::npos; };
  Found found = providers_where(book, [&](const Provider& p) { return is(p.name) || is(p.short_name); });
  if (found.empty()) found = providers_where(book, [&](const Provider& p) { return is(p.ai_name); });
  if (found.empty()) found = providers_where(book, [&](const Provider& p) { return holds(p.id) || holds(p.name); });
  return found;
}

void print_list(const Found& providers) {
  std::size_t widest = 0;
  for (const Provider* provider : providers) widest = std::max(widest, provider->id.size());
  for (const Provider* provider : providers) {
    print_line(format("%-*s  %s  %s", static_cast<int>(widest), provider->id.c_str(),
                      provider->reviewed ? iso_date(*provider->reviewed).c_str() : "          ",
                      printable(provider->name).c_str()));
  }
}

void print_json_list(const Found& providers) {
  Json::List list;
  for (const Provider* provider : providers) {
    Json item = Json::object();
    item.set("id", provider->id);
    item.set("name", provider->name);
    item.set("kind", provider->kind);
    item.set("reviewed", provider->reviewed ? Json(iso_date(*provider->reviewed)) : Json());
    item.set("version", provider->version);
    list.push_back(std::move(item));
  }
  Json all = Json::object();
  all.set("services", std::move(list));
  print_line(canonical(all));
}

int show_all(const PolicyBook& book, bool json) {
  const Found all = providers_where(book, [](const Provider&) { return true; });
  json ? print_json_list(all) : print_list(all);
  return exit_code::done;
}

int show_one(const PolicyBook& book, const std::string& name, bool json) {
  const Found found = find(book, name);
  if (found.empty()) {
    say_trouble(format(tr("No service is called \"%s\"; `loftgate services` lists them all"), printable(name).c_str()));
    return exit_code::failed;
  }
  if (found.size() > 1) {
    say_trouble(format(tr("More than one service is called \"%s\"; name one of these:"), printable(name).c_str()));
    json ? print_json_list(found) : print_list(found);
    return exit_code::failed;
  }
  json ? print_line(canonical(provider_json(*found.front()))) : print_facts(*found.front());
  return exit_code::done;
}

}  // namespace

int services(int argc, char** argv) {
  Options options("services", tr("[NAME]"),
                  tr("Shows what a service says it does with what people write there, with sources; without a name, "
                     "lists all services. Exit code 2: there is no such service, or more than one."));
  bool json = false;
  std::string folder = default_folder();
  options.flag("json", json, tr("Print JSON"));
  options.text("folder", folder, tr("Loftgate's folder, for your own records"), tr("DIR"));
  if (!options.parse(argc, argv)) return exit_code::usage;

  const auto knowledge = load_knowledge(folder);
  if (!knowledge) {
    say_trouble(knowledge.error().text);
    return exit_code::failed;
  }
  for (const std::string& problem : knowledge->problems) say_trouble(problem);
  std::string name;
  for (const std::string& word : options.operands()) name += (name.empty() ? "" : " ") + word;
  return name.empty() ? show_all(knowledge->book, json) : show_one(knowledge->book, name, json);
}

}  // namespace loftgate::cli
