package org.comity.conference.text;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.comity.conference.ConferenceProcedures;
import org.comity.conference.Voices;
import org.comity.conference.text.KeptText.Comment;
import org.comity.conference.text.KeptText.Paragraph;
import org.comity.proof.register.Entry;
import org.comity.thread.ActFollower;
import org.comity.thread.ActRegistered;
import org.comity.thread.Threads;
import org.comity.vocabulary.CutText;
import org.comity.vocabulary.Role;
import org.springframework.stereotype.Component;

/** Puts what a State says by an act beside the paragraphs of a text; what names no paragraph that is there stays in its thread. */
@Component
class FollowingPositions implements ActFollower {

    /** Beside a paragraph; the whole of it stands in its thread. */
    private static final int LONGEST = 4_000;

    private final TextRows texts;
    private final CommentRows comments;
    private final Voices voices;
    private final Threads threads;
    private final String procedure = ConferenceProcedures.read().positions();

    FollowingPositions(TextRows texts, CommentRows comments, Voices voices, Threads threads) {
        this.texts = texts;
        this.comments = comments;
        this.voices = voices;
        this.threads = threads;
    }

    @Override
    public String name() {
        return "text-positions";
    }

    @Override
    public void registered(ActRegistered event) {
        var thread = event.thread();
        if (!thread.procedure().split("/")[0].equals(procedure)
                || event.act().envelope().drill()
                || thread.ourRole() != Role.REQUESTED
                || !Entry.EFFECTIVE.equals(event.entry().entry().effect())) {
            return;
        }
        var body = event.act().body();
        switch (event.act().envelope().type()) {
            case "submit" -> keep(event, text(body, "textName"), body.get("textVersion"), body.get("positions"));
            case "replace" ->
                keep(event, text(opening(thread.id()), "textName"), body.get("newVersion"), body.get("positions"));
            case "withdraw" ->
                comments.takenBack(thread.id(), event.entry().entry().time());
            default -> {
                // The rest is said in the thread.
            }
        }
    }

    private void keep(
            ActRegistered event,
            String key,
            @org.jspecify.annotations.Nullable Object said,
            @org.jspecify.annotations.Nullable Object positions) {
        var text = texts.find(key.strip());
        var voice = voices.of(event.thread().counterpart(), "en");
        if (text.isEmpty() || voice.isEmpty() || !(positions instanceof List<?> rows)) return;
        int version = number(said);
        var at = event.entry().entry().time();
        for (var paragraph : texts.paragraphs(text.get().id(), version)) {
            for (var row : rows) {
                if (row instanceof Map<?, ?> position
                        && number(position.get("paragraph")) == paragraph.place()
                        && !comments.full(text.get().id(), version, voice.get().code())) {
                    var comment = comment(
                            paragraph, voice.get(), position, event.act().id(), at);
                    if (!comment.words().isEmpty() || !comment.temperature().isEmpty()) {
                        comments.comment(
                                text.get().id(),
                                version,
                                comment,
                                event.thread().id(),
                                null);
                    }
                }
            }
        }
    }

    private static Comment comment(
            Paragraph paragraph, Voices.Voice voice, Map<?, ?> position, String act, java.time.Instant at) {
        var temperature = text(position, "temperature");
        var words = text(position, "words");
        return new Comment(
                0,
                paragraph.key(),
                voice.code(),
                voice.state(),
                Comment.TEMPERATURES.contains(temperature) ? temperature : "",
                CutText.shown(words, LONGEST),
                Comment.BY_ACT,
                LocalDate.ofInstant(at, ZoneOffset.UTC),
                act,
                "",
                "",
                at);
    }

    private Map<String, Object> opening(String thread) {
        return threads.opening(thread).map(Threads.KeptAct::body).orElse(Map.of());
    }

    private static String text(Map<?, ?> body, String key) {
        return body.get(key) instanceof String text ? text : "";
    }

    /** 0 for what is no number of a version or paragraph. */
    private static int number(@org.jspecify.annotations.Nullable Object said) {
        return switch (said) {
            case Number number -> number.intValue();
            case String text when text.strip().matches("[1-9][0-9]{0,2}") -> Integer.parseInt(text.strip());
            case null, default -> 0;
        };
    }
}
