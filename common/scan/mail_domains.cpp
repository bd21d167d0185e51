// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/scan/mail_domains.h"

#include <algorithm>

#include "common/scan/ascii.h"

namespace loftgate {
namespace {

// Top-level domains of two letters, all of them countries and regions: iana.org/domains/root/db.
constexpr std::string_view country_domains =
    "ac ad ae af ag ai al am ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj bm bn bo br bs bt bv bw by bz ca cc "
    "cd cf cg ch ci ck cl cm cn co cr cu cv cw cx cy cz de dj dk dm do dz ec ee eg er es et eu fi fj fk fm fo fr ga gb "
    "gd ge gf gg gh gi gl gm gn gp gq gr gs gt gu gw gy hk hm hn hr ht hu id ie il im in io iq ir is it je jm jo jp ke "
    "kg kh ki km kn kp kr kw ky kz la lb lc li lk lr ls lt lu lv ly ma mc md me mg mh mk ml mm mn mo mp mq mr ms mt mu "
    "mv mw mx my mz na nc ne nf ng ni nl no np nr nu nz om pa pe pf pg ph pk pl pm pn pr ps pt pw py qa re ro rs ru rw "
    "sa sb sc sd se sg sh si sj sk sl sm sn so sr ss st su sv sx sy sz tc td tf tg th tj tk tl tm tn to tr tt tv tw tz "
    "ua ug uk us uy uz va vc ve vg vi vn vu wf ws ye yt za zm zw";

}  // namespace

bool is_top_domain(std::string_view top) {
  if (top.starts_with("xn--")) return true;
  if (top.size() < 2 || top.size() > 30 || top.find_first_of("0123456789-_") != std::string_view::npos) return false;
  const bool ascii = std::all_of(top.begin(), top.end(), is_ascii_alnum);
  const bool mixed = !ascii && std::any_of(top.begin(), top.end(), is_ascii_alnum);
  return !mixed && (top.size() > 2 || is_word_of(top, country_domains));
}

bool is_domain(std::string_view domain) {
  const std::size_t last_dot = domain.rfind('.');
  if (last_dot == std::string_view::npos || domain.size() > 253) return false;   // RFC 5321, 4.5.3.1
  if (domain.front() == '.' || domain.front() == '-') return false;
  for (const std::string_view broken : {"..", "-.", ".-"}) {
    if (domain.find(broken) != std::string_view::npos) return false;
  }
  return is_top_domain(domain.substr(last_dot + 1));
}

bool is_word_before_at(std::string_view name) {
  constexpr std::string_view words =
      "me us him her them it look is are was be not and or the guys people stuff here there meet mail email found "
      "login sign account server chat now back online work working up page site only one all that";
  return is_word_of(name, words);
}

bool is_mail_service(std::string_view label) {
  constexpr std::string_view labels =
      "gmail googlemail hotmail outlook live yahoo ymail icloud aol gmx web mail proton protonmail posteo mailbox "
      "riseup tutanota tuta fastmail zoho yandex qq 163 126 naver libero orange free laposte seznam wp onet uol "
      "msn pm";
  return is_word_of(label, labels);
}

}  // namespace loftgate
