package org.comity.casework.acts;

import java.util.ArrayList;
import java.util.List;
import org.comity.casework.CheckWords;
import org.comity.directory.Directory;
import org.comity.directory.GoneParticipant;
import org.comity.procedure.Draft;
import org.comity.procedure.Procedures;
import org.comity.procedure.form.EnvelopeLines;
import org.comity.proof.act.Act;
import org.comity.sealing.Letters;
import org.comity.sealing.Letters.Letter;
import org.comity.sealing.Letters.Part;
import org.comity.ui.Words;
import org.springframework.stereotype.Component;

/** Makes the PDF that is sealed beside an act's JSON: whatever the JSON says stands in it in words. */
@Component
class ActDocument {

    private final Directory directory;
    private final Letters letters;
    private final Words words;
    private final Procedures procedures;
    private final CheckWords checkWords;

    ActDocument(Directory directory, Letters letters, Words words, Procedures procedures, CheckWords checkWords) {
        this.directory = directory;
        this.letters = letters;
        this.words = words;
        this.procedures = procedures;
        this.checkWords = checkWords;
    }

    byte[] pdf(Act act, List<Draft.File> files, String reference) {
        var pdf = letters.pdf(letter(act, files, reference));
        checkWords.made(act.envelope().thread(), act.id(), pdf);
        return pdf;
    }

    /** The act never leaves: nobody may ask by its PDF. */
    void forget(String thread) {
        checkWords.forget(thread);
    }

    private Letter letter(Act act, List<Draft.File> files, String reference) {
        var envelope = act.envelope();
        var rendering = procedures.of(envelope.procedure()).rendering();
        var other = GoneParticipant.shown(directory, envelope.addressee());
        var self = directory.self();
        var language = ReadingDraft.languageFor(other);
        var lines = new EnvelopeLines(words, language);
        var head = List.of(
                self.name(language.getLanguage()),
                self.speaker(rendering.function()),
                lines.dated(self, envelope.time()),
                other.name(language.getLanguage()),
                other.speaker(rendering.function()));
        var headline = rendering.headline(envelope.type(), envelope.facts(), act.body(), language);
        var thread = envelope.facts().containsKey("reference") ? null : envelope.thread();
        var sections = new ArrayList<>(rendering.sections(
                envelope.convention(), thread, envelope.type(), envelope.facts(), act.body(), language));
        sections.addAll(lines.files(files));
        checkWords
                .on(envelope, act.body())
                .ifPresent(it -> sections.add(lines.checkable(it.address(), it.number(), it.word(), self.phone())));
        sections.add(lines.record(envelope, headline));
        var part = new Part(language, headline, sections);
        return new Letter(head, reference, headline, List.of(part), lines.foot(act.id()), envelope.drill());
    }
}
