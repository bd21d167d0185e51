// SPDX-License-Identifier: GPL-2.0-or-later
// The words around the number of a bank account, in any language. Lists are sorted by bytes and in lower case; those of
// scripts without spaces are parts of other words.
#pragma once

#include <string_view>

#include "common/scan/word_near.h"

namespace loftgate {

/// Words for an account.
inline constexpr std::string_view account_words =
    "a/c ac acc account accounts acct akaunti bankareikningur bankkonto bankkontonummer bankrekening"
    " bankrekeningnummer bankszámla bankszámlaszám bankszámlaszámom bankverbindung compte cont conta conto contul"
    " contului cuenta girokonto hesabı hesabım hesabımın hesabına hesap iban khoản konta kontem konto kontonr"
    " kontonum kontonummer kontonummeret kontonummern kontonumret kontos kontot kontoverbindung konts kto norek"
    " nuban pankkitili pankkitilini rachunek rachunkiem rachunku račun računa računu reikningsins reikningsnúmer"
    " reikningur rek rekening rekeningnummer rib spaarrekening sparkonto stk számla számlaszám számlaszámom"
    " számlára sąskaita sąskaitos tili tilin tilini tilinumero tilinumeroni účet účte účtem účtu žiro λογαριασμος"
    " λογαριασμού λογαριασμό λογαριασμός л/с р/с рахунку рахунок сметка сметката счет счета счету счёт счёта счёту"
    " החשבון חשבון الحساب حساب حسابى حسابي अकाउंट खाता खाते অ্যাকাউন্ট হিসাব";
inline constexpr std::string_view account_parts = "*บัญชี *账号 *账户 *账戶 *帳號 *帳戶 *帐号 *户口 *戶口 *口座 *普通 *계좌 *은행 *뱅크 *농협 *เลขบัญชี";
static_assert(is_sorted_list(account_words));

/// Words for an account's number; all are words for an account too.
inline constexpr std::string_view numbered_words =
    "bankareikningur bankkontonummer bankrekeningnummer bankszámlaszám bankszámlaszámom iban kontonr kontonum"
    " kontonummer kontonummeret kontonummern kontonumret nuban reikningsnúmer rekeningnummer rib számlaszám"
    " számlaszámom tilinumero tilinumeroni р/с";
inline constexpr std::string_view numbered_parts = "*账号 *帳號 *帐号 *口座番号 *계좌번호 *계좌 *เลขบัญชี *เลขที่บัญชี";
static_assert(is_sorted_list(numbered_words));

/// Words that make an account one of a bank; without them it may be that of a forum.
inline constexpr std::string_view banking_words =
    "aba ag agencia agência ahorros banca bancaire bancar bancaria bancario banco bancária bank bank's banka"
    " banking bankkonto bankleitzahl bankovní bankový bankowe bankowego bankowy bankrekening banks bankszámla"
    " bankverbindung banque barclays bca benki bic blz bni bonifico bri bsb c/c cc ccc chase checking clearing"
    " corrente corriente courant current deposit eft girokonto havale hsbc iban ifsc itaú lloyds mandiri monzo"
    " natwest nubank pankkitili pix poupança przelew rachunek rachunku rekening revolut rib routing rtn santander"
    " savings sort spaarrekening sparkasse sparkonto swift transfer transit virement wire überweis überweisung банк"
    " банка банковский банковского л/с перевод приватбанк р/р р/с расчетного расчетный расчётный рахунок сбер"
    " сбербанк тинькофф";
inline constexpr std::string_view banking_parts = "*银行 *銀行 *은행 *뱅크 *농협 *口座 *普通 *开户行 *转账 *이체";
static_assert(is_sorted_list(banking_words));

/// Words that say that a number follows.
inline constexpr std::string_view number_words =
    "# broj n namba no no. nomer nomor nr nr. nr: num numara numaram numarasi numarası numarası: numarul number"
    " numbers numer numero nummer numri numéro număr numărul n° nº núm número számú số č číslo številka αριθμος"
    " αριθμός номер номера מספר رقم شماره नंबर संख्या নম্বর หมายเลข №";
static_assert(is_sorted_list(number_words));

/// Words that may stand between: whose, where, which kind.
inline constexpr std::string_view linking_words =
    "adalah ahorros aquí are as at bancaire bancar bancaria bancario bancária bank bank's banka banking bankovní"
    " bankový bankowe bankowego bei benim business checking corrente corriente courant current của da das de deine"
    " del der die do du e ecco er es est este eur ez for für gbp her here here's hier his il is ist je jest joint"
    " la lautet le lui là ma mein meine meiner meu mi mia mijn min minha mio mis mit mitt moje mon my mój můj"
    " naszego new nossa notre nuestra of on onze our pay poupança savings saya send sind son su the their to"
    " transfer tôi u unser unsere usd van voici votre vår was yang your är è é банковский банковского лицевой мого"
    " мой наш расчетного расчетный расчётный это הוא هو है";
static_assert(is_sorted_list(linking_words));

/// What makes digits an amount, a time or a count.
inline constexpr std::string_view unit_words =
    "am anni ans años baht bucks chf crore day days dni dollar dollars días eur euro euros files fois followers gb"
    " gbp giorni heures horas hours inr items jahre jours k kb kr lakh lat leute lira mails mal mb messages million"
    " millions min minutes mio months naira orders ore people percent pesos pm points posts pounds reais rs rubles"
    " rupee rupees rupiah stunden tage taka thousand times tl uhr usd users veces views won year years yen yuan zł"
    " złotych руб руб. рублей";
static_assert(is_sorted_list(unit_words));

}  // namespace loftgate
