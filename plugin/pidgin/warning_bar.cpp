// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/pidgin/warning_bar.h"

#include <gdk/gdkkeysyms.h>

#include <utility>

#include "common/base/i18n.h"

namespace loftgate {
namespace {

constexpr int padding = 6;
constexpr int border = 1;
constexpr glong long_preview = 300;       // characters; a longer one scrolls
constexpr int scrolled_preview_height = 64;

std::string escaped(const std::string& text) { return take(g_markup_escape_text(text.c_str(), -1)); }

/// A text too long for the bar, whole, in a view that scrolls.
GtkWidget* make_scrolled(const std::string& text) {
  GtkWidget* view = gtk_text_view_new();
  gtk_text_view_set_editable(GTK_TEXT_VIEW(view), FALSE);
  gtk_text_view_set_cursor_visible(GTK_TEXT_VIEW(view), FALSE);
  gtk_text_view_set_accepts_tab(GTK_TEXT_VIEW(view), FALSE);
  gtk_text_view_set_wrap_mode(GTK_TEXT_VIEW(view), GTK_WRAP_WORD_CHAR);
  gtk_text_buffer_set_text(gtk_text_view_get_buffer(GTK_TEXT_VIEW(view)), text.c_str(), -1);
  set_accessible(view, tr("Would send"));
  GtkWidget* scroller = gtk_scrolled_window_new(nullptr, nullptr);
  gtk_scrolled_window_set_policy(GTK_SCROLLED_WINDOW(scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_size_request(scroller, -1, scrolled_preview_height);
  gtk_container_add(GTK_CONTAINER(scroller), view);
  gtk_widget_show(view);
  return scroller;
}

const char* mask_text(const Warning& warning) {
  if (warning.is_file) return tr("A file cannot be masked");
  return warning.has_mask ? tr("Sends the text shown above; Alt+M") : tr("There is nothing to mask in this text");
}

const char* back_text(const Warning& warning) {
  return warning.is_file ? tr("Closes the bar; the file is not sent; Alt+G or Esc")
                         : tr("Closes the bar; your text stays in the entry; Alt+G or Esc");
}

/// The safe answer stands out, without being chosen beforehand.
void make_bold(GtkWidget* button) {
  PangoAttrList* bold = pango_attr_list_new();
  pango_attr_list_insert(bold, pango_attr_weight_new(PANGO_WEIGHT_BOLD));
  gtk_label_set_attributes(GTK_LABEL(gtk_bin_get_child(GTK_BIN(button))), bold);
  pango_attr_list_unref(bold);
}

}  // namespace

WarningBar::WarningBar(const Warning& warning, BarPlace place)
    : warning_(warning),
      place_(std::move(place)),
      flow_(place_.width - 2 * (padding + border)),
      remember_(warning_, [this] { answer(Act::keep); }, [this](EntityType type) { say_mistaken(type); }),
      send_(warning_, [this](const std::string& typed) { send(typed); }),
      frame_(own(gtk_event_box_new())) {
  GtkWidget* ground = gtk_event_box_new();
  GtkWidget* inset = gtk_alignment_new(0, 0, 1, 1);
  gtk_container_set_border_width(GTK_CONTAINER(ground), border);
  gtk_alignment_set_padding(GTK_ALIGNMENT(inset), padding, padding, padding, padding);
  gtk_container_add(GTK_CONTAINER(frame_.get()), ground);
  gtk_container_add(GTK_CONTAINER(ground), inset);
  gtk_container_add(GTK_CONTAINER(inset), flow_.widget());
  place_.pack(frame_.get());
  palette_ = palette_for(frame_.get(), warning_.strength);
  gtk_widget_modify_bg(frame_.get(), GTK_STATE_NORMAL, &palette_.border);
  gtk_widget_modify_bg(ground, GTK_STATE_NORMAL, &palette_.fill);
  set_role(frame_.get(), ATK_ROLE_ALERT);
  set_accessible(frame_.get(), warning_.state + ": " + warning_.lead, warning_.reason);
  on<&WarningBar::on_key>(frame_.get(), "key-press-event", this);
  add_texts();
  add_preview();
  add_answers();
  paint_labels(flow_.widget(), palette_);
  update();
  gtk_widget_show(inset);
  gtk_widget_show(ground);
  gtk_widget_show(frame_.get());
}

void WarningBar::add_texts() {
  GtkWidget* why = make_button(tr("Wh_y?"), tr("What was found, what the service says, how to opt out; Alt+Y"));
  GtkWidget* close = make_button("×", back_text(warning_));
  set_accessible(close, tr("Close"), warning_.is_file ? tr("The file is not sent; Esc") : tr("Goes back to the text; Esc"));
  gtk_button_set_relief(GTK_BUTTON(why), GTK_RELIEF_NONE);
  gtk_button_set_relief(GTK_BUTTON(close), GTK_RELIEF_NONE);
  on<&WarningBar::on_why>(why, "clicked", this);
  on<&WarningBar::on_back>(close, "clicked", this);
  GtkWidget* corner = gtk_hbox_new(FALSE, 0);
  gtk_box_pack_start(GTK_BOX(corner), why, FALSE, FALSE, 0);
  gtk_box_pack_start(GTK_BOX(corner), close, FALSE, FALSE, 0);
  gtk_widget_show_all(corner);

  const std::string mark = "<b>" + escaped(warning_.mark + " " + warning_.state) + "</b>  ";
  flow_.add_paragraph(make_label(mark + escaped(warning_.lead), true), corner);
  flow_.add_paragraph(make_label(warning_.reason));
  if (!warning_.trouble.empty()) flow_.add_paragraph(make_label("<b>" + escaped(warning_.trouble) + "</b>", true));
  changed_label_ = make_label(tr("The text changed. Press Enter to check it again."));
  flow_.add_paragraph(changed_label_);
  why_slot_ = gtk_event_box_new();
  gtk_event_box_set_visible_window(GTK_EVENT_BOX(why_slot_), FALSE);
  flow_.add_block(why_slot_);
  gtk_widget_hide(why_slot_);
}

void WarningBar::add_preview() {
  if (!warning_.has_mask) return;
  if (g_utf8_strlen(warning_.preview.c_str(), -1) > long_preview) {
    flow_.add_paragraph(make_label(tr("Would send:")));
    preview_ = make_scrolled(warning_.preview);
    flow_.add_block(preview_);
    return;
  }
  preview_ = make_label(format(tr("Would send:  \"%s\""), warning_.preview.c_str()));
  flow_.add_paragraph(preview_);
}

void WarningBar::add_answers() {
  mask_ = make_button(warning_.unrecorded ? tr("_Mask and send without a record") : tr("_Mask and send"),
                      mask_text(warning_));
  make_bold(mask_);
  back_ = make_button(tr("_Go back"), back_text(warning_));
  on<&WarningBar::on_mask>(mask_, "clicked", this);
  on<&WarningBar::on_back>(back_, "clicked", this);
  flow_.add_word(mask_);
  flow_.add_word(back_);
  send_.add_to(flow_);
  flow_.add_word(remember_.widget());
}

void WarningBar::set_text_changed(bool changed) {
  if (changed == changed_) return;
  changed_ = changed;
  update();
}

void WarningBar::update() {
  gtk_widget_set_sensitive(mask_, warning_.has_mask && !changed_);
  send_.set_allowed(!changed_);
  if (preview_) gtk_widget_set_sensitive(preview_, !changed_);
  gtk_widget_set_visible(changed_label_, changed_);
}

void WarningBar::take_focus() { gtk_widget_grab_focus(gtk_widget_get_sensitive(mask_) ? mask_ : back_); }

bool WarningBar::has_focus() const { return holds_focus(frame_.get()); }

void WarningBar::toggle_why() {
  if (why_) {
    const bool lost = has_focus();
    gtk_widget_hide(why_slot_);
    gtk_widget_destroy(why_->widget());
    why_.reset();
    if (lost && !has_focus()) take_focus();
    return;
  }
  GtkAllocation area;
  gtk_widget_get_allocation(flow_.widget(), &area);
  why_ = std::make_unique<WhyPanel>(warning_.why, palette_, area.width, place_.handle);
  gtk_container_add(GTK_CONTAINER(why_slot_), why_->widget());
  gtk_widget_show(why_slot_);
}

void WarningBar::on_mask(GtkButton*) { answer(Act::mask); }
void WarningBar::on_back(GtkButton*) { answer(Act::back); }
void WarningBar::on_why(GtkButton*) { toggle_why(); }

gboolean WarningBar::on_key(GtkWidget*, GdkEventKey* event) {
  const guint modifiers = event->state & gtk_accelerator_get_default_mod_mask();
  if (event->keyval == GDK_Escape && modifiers == 0) {
    if (why_) {
      toggle_why();
    } else {
      place_.leave();
    }
    return TRUE;
  }
  if (modifiers == GDK_MOD1_MASK && gdk_keyval_to_lower(event->keyval) == GDK_k) {
    answer(Act::keep);
    return TRUE;
  }
  return move_focus_inside(frame_.get(), *event);
}

void WarningBar::answer(Act act) {
  Choice choice;
  choice.act = act;
  choose(choice);
}

void WarningBar::say_mistaken(EntityType type) {
  Choice choice;
  choice.act = Act::mistaken;
  choice.mistaken = type;
  choose(choice);
}

void WarningBar::send(const std::string& typed) {
  Choice choice;
  choice.act = Act::send;
  choice.typed_reader = typed;
  choose(choice);
}

/// The answer may take this bar away while it is being given: nothing of it is touched afterwards.
void WarningBar::choose(Choice choice) {
  choice.without_record = warning_.unrecorded;
  if (choice.act == Act::mask || choice.act == Act::send) choice.remember = remember_.chosen();
  const auto tell = place_.choose;
  tell(choice);
}

}  // namespace loftgate
