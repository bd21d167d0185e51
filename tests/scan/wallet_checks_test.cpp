// SPDX-License-Identifier: GPL-2.0-or-later
// Addresses of the standards' own examples; what is broken in them is found.
#include <gtest/gtest.h>

#include <string>

#include "common/scan/keccak.h"
#include "tests/scan/checked.h"

namespace loftgate {
namespace {

std::string hexadecimal(const std::array<std::uint8_t, 32>& digest) {
  std::string text;
  for (const std::uint8_t byte : digest) {
    text += "0123456789abcdef"[byte >> 4];
    text += "0123456789abcdef"[byte & 15];
  }
  return text;
}

TEST(Keccak, IsEthereumsAndNotSha3) {
  EXPECT_EQ(hexadecimal(keccak_256("")), "c5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470");
  EXPECT_EQ(hexadecimal(keccak_256("abc")), "4e03657aea45a94fc7d47ba826c8d667c0d1e6e33a64a036ec44f58fa12d6c45");
}

TEST(Keccak, ReadsTextsOfManyBlocks) {
  // One byte short of a block, a block, and one byte more must all differ and be stable.
  EXPECT_NE(keccak_256(std::string(135, 'a')), keccak_256(std::string(136, 'a')));
  EXPECT_NE(keccak_256(std::string(136, 'a')), keccak_256(std::string(137, 'a')));
}

TEST(WalletChecks, Base58) {   // the genesis block's address
  EXPECT_EQ(checked(check_base58check, "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa"), Likelihood::strong);
  EXPECT_EQ(checked(check_base58check, "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb"), Likelihood::none);
  EXPECT_EQ(checked(check_base58check, "1A1zP1eP5QGefi2DMPTfTL5SLmv7Divf0O"), Likelihood::none);
}

TEST(WalletChecks, PrivateKeysAreNoAddresses) {
  EXPECT_EQ(checked(check_base58check, "5K5AmHjf8sGjdm4Gd5erYxUt6FivP5cTiJ896KXMYiKDHQKkLj6"), Likelihood::none);
  EXPECT_EQ(checked(check_base58check, "L3yd9VY2yGHz5JpQz5kT86Knwct3ALuuV8TLNuR26d5moCBj9Eej"), Likelihood::none);
  EXPECT_EQ(checked(check_base58check, "xprv9s21ZrQH143K32oW8cZm3DQYWVQJtemUbjCogoaw4s34NNZwF3AGiMh3PAHmg13Dv2i7mXxjocSbYuDc61Bbj2abn83kyaJSycSGPUhELxX"),
            Likelihood::none);
  EXPECT_EQ(checked(check_base58check, "xpub661MyMwAqRbcFJeYXNn4tpe3qd4kqFjDpvJHDg8hMuYPktU9iYQnY26hsY21tDQFNUPdFoeExohaBDVRcCgtcjaPG6DxAH6ZpoLh6jt27oh"),
            Likelihood::strong);
}

TEST(WalletChecks, LongTextsAreRead) { EXPECT_EQ(checked(check_base58check, std::string(4000, 'z')), Likelihood::none); }

TEST(WalletChecks, KeysInBase58AreThirtyTwoBytes) {
  EXPECT_EQ(checked(check_base58_key, "8u6PADuJKE8rZCSWkkoHpiNLvGJaiYYjxGMb4gGzyZgb"), Likelihood::fair);
  EXPECT_EQ(checked(check_base58_key, "13GVRVShdABdvAuEdG1gJz114P6JY2mi6KYPMFsz5T11UEx6"), Likelihood::fair) << "of a network";
  EXPECT_EQ(checked(check_base58_key, "8u6PADuJKE8rZCSWkkoHpiNLvGJaiYYjxGMb4gGzyZ"), Likelihood::none);
  EXPECT_EQ(checked(check_base58_key, "8u6PADuJKE8rZCSWkkoHpiNLvGJaiYYjxGMb4gGzyZg0"), Likelihood::none);
}

TEST(WalletChecks, Ton) {
  EXPECT_EQ(checked(check_ton, "EQBMfmIVE6U8x-mc151_2ce85OBbCwH67njk6lvyzDYiQa_U"), Likelihood::strong);
  EXPECT_EQ(checked(check_ton, "UQC33Lsu4hQUQiqgKBvBRQ0hOGND+5NUcSGzgVGljOlJgh90"), Likelihood::strong) << "other alphabet";
  EXPECT_EQ(checked(check_ton, "EQBMfmIVE6U8x-mc151_2ce85OBbCwH67njk6lvyzDYiQa_V"), Likelihood::none);
}

TEST(WalletChecks, CashAddressesAlsoWithoutTheirPrefix) {
  EXPECT_EQ(checked(check_cashaddr, "bitcoincash:qpf5ypc6fr9jm02hf2efz5jhygmuf7m9ngpdv79s70"), Likelihood::strong);
  EXPECT_EQ(checked(check_cashaddr, "qpf5ypc6fr9jm02hf2efz5jhygmuf7m9ngpdv79s70"), Likelihood::strong);
  EXPECT_EQ(checked(check_cashaddr, "qpf5ypc6fr9jm02hf2efz5jhygmuf7m9ngpdv79s7q"), Likelihood::none);
}

TEST(WalletChecks, Bech32SumsGoWithTheirVersion) {   // BIP 350
  EXPECT_EQ(checked(check_bech32, "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4"), Likelihood::strong);
  EXPECT_EQ(checked(check_bech32, "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0"), Likelihood::strong);
  EXPECT_EQ(checked(check_bech32, "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqh2y7hd"), Likelihood::none);
  EXPECT_EQ(checked(check_bech32, "bc1"), Likelihood::none);
}

TEST(WalletChecks, EthereumsCaseIsAChecksum) {   // EIP-55
  EXPECT_EQ(checked(check_ethereum, "0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359"), Likelihood::strong);
  EXPECT_EQ(checked(check_ethereum, "0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d35A"), Likelihood::none);
  EXPECT_EQ(checked(check_ethereum, "at 0xfb6916095ca1df60bb79ce92ce3ea74c37c5d359", "0xfb6916095ca1df60bb79ce92ce3ea74c37c5d359"),
            Likelihood::weak)
      << "one case says nothing";
  EXPECT_EQ(checked(check_ethereum, "0xfb6916095ca1df60bb79ce92ce3ea74c37c5d359"), Likelihood::fair) << "the whole message";
}

TEST(BicCheck, WantsACountry) {
  EXPECT_EQ(checked(check_bic, "DEUTDEFF"), Likelihood::fair);
  EXPECT_EQ(checked(check_bic, "DEUTXXFF"), Likelihood::none);
}

TEST(CoordinatesCheck, WantsRangesAndExactness) {
  EXPECT_EQ(checked(check_coordinates, "52.52437, 13.41053"), Likelihood::fair);
  EXPECT_EQ(checked(check_coordinates, "52.524, 13.411"), Likelihood::weak);
  EXPECT_EQ(checked(check_coordinates, "90.52437, 13.41053"), Likelihood::none);
  EXPECT_EQ(checked(check_coordinates, "52.52437, 181.41053"), Likelihood::none);
  Candidate candidate = candidate_of("at -52.52437, 13.41053", "52.52437, 13.41053");
  EXPECT_EQ(check_coordinates(candidate), Likelihood::fair);
  EXPECT_EQ(candidate.value(), "-52.52437, 13.41053");
}

}  // namespace
}  // namespace loftgate
