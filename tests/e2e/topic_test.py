# SPDX-License-Identifier: GPL-2.0-or-later
"""The topic of a channel: set in a field of its own, read by everybody in it."""
from bed.waiting import until
from channel import CHANNEL, ChannelTest
from stage import IBAN


class ATopic(ChannelTest):
    def topics(self):
        return [line.split(" :", 1)[1] for line in self.gull.lines() if f" TOPIC {CHANNEL} " in line]

    def topic_field(self, channel):
        return next((widget for widget, role, states in self.screen.walk(channel.window)
                     if role == "text" and "EDITABLE" in states and widget.path != channel.entry.path), None)

    def set_topic(self, channel, text):
        """By real clicks and keys: the name above the conversation turns into a field when it is double-clicked."""
        history = self.screen.find(channel.window, "text")
        self.screen.double_click_above(history)
        field = until(lambda: self.topic_field(channel), "the topic field", 8)
        until(lambda: "FOCUSED" in field.states(), "the keyboard to be in the topic field")
        self.screen.press("ctrl+a")
        self.screen.type(text)
        self.screen.press("Return")

    def test_of_ordinary_words_is_set_without_a_question(self):
        self.set_topic(self.join(), "pigeons < doves")
        until(self.topics, "a topic")
        self.assertEqual(self.topics(), ["pigeons < doves"])

    def test_is_held_in_its_channel_and_set_masked(self):
        channel = self.join()
        self.set_topic(channel, f"Pay to {IBAN}")
        channel.wait_held()
        self.assertEqual(self.topics(), [])
        self.screen.press("alt+m")
        channel.wait_free()
        until(self.topics, "a topic")
        self.assertEqual(self.topics(), ["Pay to [IBAN]"])
        self.assertEqual(self.gull.messages(CHANNEL), [])

    def test_that_goes_back_is_not_set_and_shown_again(self):
        channel = self.join()
        self.set_topic(channel, f"Pay to {IBAN}")
        channel.wait_held()
        self.screen.press("alt+g")
        channel.wait_free()
        channel.wait_line(f"Pay to {IBAN}")
        self.screen.click(channel.entry)
        channel.send("hello")
        until(lambda: self.gull.messages(CHANNEL) == ["hello"], "the marker")
        self.assertEqual(self.topics(), [])
