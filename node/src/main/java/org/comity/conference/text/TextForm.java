package org.comity.conference.text;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.comity.conference.text.KeptText.Comment;
import org.comity.ui.FormProblems;
import org.comity.ui.TypedText;

/** What an officer types about a text, cleaned, with what is still wrong in it. */
record TextForm(Map<String, String> typed) {

    TextForm {
        typed = Map.copyOf(typed);
    }

    String text(String field) {
        return field.startsWith("title") ? TypedText.line(typed.get(field)) : TypedText.clean(typed.get(field));
    }

    Optional<LocalDate> day(String field) {
        return TypedText.day(typed.get(field));
    }

    FormProblems opening(LocalDate today) {
        var found = FormProblems.NONE;
        if (!text("key").matches("[a-z][a-z0-9-]{1,39}")) found = found.with("key", "texts.problem.key");
        if (text("title").isEmpty() || text("title").length() > 300) found = found.with("title", "texts.problem.title");
        if (!TextsView.LANGUAGES.contains(text("language"))) found = found.with("language", "texts.problem.language");
        if (text("editor").isEmpty() || text("editor").length() > 200) {
            found = found.with("editor", "texts.problem.editor");
        }
        var paragraphs = NextVersion.parted(text("words"));
        if (paragraphs.isEmpty()
                || paragraphs.size() > NextVersion.MOST
                || paragraphs.stream().anyMatch(it -> it.length() > NextVersion.LONGEST)) {
            found = found.with("words", "texts.problem.words");
        }
        return found.and(version(today));
    }

    /** Of a version: until when comments are asked for, if a day is named, and what is new in it. */
    FormProblems version(LocalDate today) {
        var found = FormProblems.NONE;
        if (!text("until").isEmpty() && day("until").isEmpty()) found = found.with("until", "texts.problem.until");
        if (day("until").filter(it -> it.isBefore(today)).isPresent()) {
            found = found.with("until", "texts.problem.until-past");
        }
        if (text("note").length() > 2_000) found = found.with("note", "texts.problem.note");
        return found.and(paragraphs());
    }

    /** Of the next version, each paragraph where it was typed. */
    private FormProblems paragraphs() {
        var found = FormProblems.NONE;
        for (var field : typed.keySet().stream().sorted().toList()) {
            boolean one = field.matches("words-[0-9]{1,4}") && text(field).length() > NextVersion.LONGEST;
            boolean several = field.matches("after-[0-9]{1,4}")
                    && NextVersion.parted(text(field)).stream().anyMatch(it -> it.length() > NextVersion.LONGEST);
            if (one || several) found = found.with(field, "texts.problem.paragraph");
        }
        return found;
    }

    FormProblems comment(LocalDate today) {
        var found = FormProblems.NONE;
        var temperature = text("temperature");
        if (!temperature.isEmpty() && !Comment.TEMPERATURES.contains(temperature)) {
            found = found.with("temperature", "texts.problem.temperature");
        }
        if (temperature.isEmpty() && text("words").isEmpty() || text("words").length() > 4_000) {
            found = found.with("words", "texts.problem.comment");
        }
        if (!Comment.CHANNELS.contains(text("channel"))) found = found.with("channel", "texts.problem.channel");
        if (day("day").filter(it -> !it.isAfter(today)).isEmpty()) found = found.with("day", "texts.problem.day");
        return found;
    }
}
