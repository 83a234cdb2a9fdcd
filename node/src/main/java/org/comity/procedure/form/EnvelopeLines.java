package org.comity.procedure.form;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.comity.directory.Participant;
import org.comity.procedure.Draft;
import org.comity.proof.act.Attachment;
import org.comity.proof.act.Envelope;
import org.comity.sealing.Letters.Section;
import org.comity.ui.Language;
import org.comity.ui.Words;

/** Writes what an act's envelope says in its document: place and date, the files that go with it, and what it is. */
public record EnvelopeLines(Words words, Locale locale) {

    /** e.g. {@code Velin, 24 January 2027 12:00:00 UTC}. */
    public String dated(Participant author, Instant time) {
        return say(
                "acts.dated",
                "place",
                author.capital(locale.getLanguage()),
                "moment",
                FieldSections.moment(time, locale));
    }

    /** Files as the author holds them; empty where there are none. */
    public List<Section> files(List<Draft.File> files) {
        return attached(files.stream()
                .map(it -> say(
                        "acts.file-sha256",
                        "name",
                        it.name(),
                        "size",
                        it.size(),
                        "type",
                        it.mediaType(),
                        "sha256",
                        it.sha256()))
                .toList());
    }

    /** Files as the envelope names them. */
    public List<Section> attachments(List<Attachment> attachments) {
        return attached(attachments.stream()
                .map(it -> say("acts.file", "name", it.name(), "size", it.size(), "type", it.mediaType()))
                .toList());
    }

    private List<Section> attached(List<String> lines) {
        return lines.isEmpty() ? List.of() : List.of(new Section(say("acts.attachment"), lines));
    }

    /** How whoever holds the paper learns whether it is ours. */
    public Section checkable(String address, String number, String word, String phone) {
        return new Section(
                say("acts.check-word"),
                List.of(say(
                        "acts.check-word.how", "address", address, "number", number, "word", word, "phone", phone)));
    }

    /** @param headline what the act is, in its own language */
    public Section record(Envelope envelope, String headline) {
        var lines = new ArrayList<String>();
        lines.add(say(
                "acts.record.act",
                "type",
                type(envelope, headline),
                "author",
                envelope.author(),
                "addressee",
                envelope.addressee(),
                "procedure",
                envelope.procedure(),
                "convention",
                envelope.convention()));
        lines.add(say("acts.record.role", "role", envelope.role(), "author", envelope.author()));
        // On lines of their own: within a sentence from right to left the parts of a number would change places.
        lines.add(say("acts.record.thread"));
        lines.add(envelope.thread());
        lines.add(envelope.network());
        envelope.after().forEach(it -> lines.add(say("acts.record.after", "act", it)));
        lines.add(say("acts.record.words", "sha256", envelope.body().sha256()));
        if (envelope.drill()) {
            lines.add(say("acts.record.drill"));
        }
        return new Section(say("acts.record"), lines);
    }

    /** As its procedure names it; of what has no name in this language, as the act is headed. */
    private String type(Envelope envelope, String headline) {
        var law = envelope.procedure().replaceFirst("/.*", "");
        var named = law + ".act." + envelope.type();
        return words.has(locale.getLanguage(), named) ? say(named) : headline;
    }

    /** The last line: which of the two is the act. */
    public String foot(String act) {
        return say("acts.foot", "act", act);
    }

    private String say(String key, Object... named) {
        return words.say(Language.of(locale), key, named);
    }
}
