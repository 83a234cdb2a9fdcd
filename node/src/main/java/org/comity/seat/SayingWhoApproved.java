package org.comity.seat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.comity.casework.SeatSentences;
import org.comity.directory.Directory;
import org.comity.proof.act.Envelope;
import org.comity.proof.seal.Container;
import org.comity.proof.seat.SeatProof;
import org.comity.sealing.Letters.Section;
import org.comity.thread.JointThreads;
import org.comity.thread.Threads;
import org.comity.ui.Language;
import org.comity.ui.Words;
import org.springframework.stereotype.Component;

/** Words the sentence that stands wherever an act from a seat is shown; persons go by the pseudonyms of their seats. */
@Component
class SayingWhoApproved implements SeatSentences {

    private final Threads threads;
    private final JointThreads joint;
    private final Directory directory;
    private final Words words;

    SayingWhoApproved(Threads threads, JointThreads joint, Directory directory, Words words) {
        this.threads = threads;
        this.joint = joint;
        this.directory = directory;
        this.words = words;
    }

    @Override
    public Optional<Section> of(Envelope act, Locale language) {
        if (!SeatProof.asked(act)) return Optional.empty();
        var persons = persons(act);
        var in = Language.of(language.getLanguage()).orElse(Language.ENGLISH);
        return Optional.of(new Section(
                words.say(in, "seat.sheet"),
                List.of(words.say(
                        in,
                        persons.isEmpty() ? "seat.to-be-approved" : "seat.recorded",
                        "host",
                        name(act.author(), language),
                        "authority",
                        name(act.facts().getOrDefault("speaker", ""), language),
                        "n",
                        persons.size(),
                        "person",
                        String.join(", ", persons)))));
    }

    /** As the sealed act has them, each by its passkey; nobody while it waits. */
    private List<String> persons(Envelope act) {
        return (act.joint() ? joint.container(act.id()) : threads.container(act.id()))
                .flatMap(it -> Optional.ofNullable(Container.read(it).files().get(SeatProof.FILE)))
                .map(it -> SeatProof.read(it).given().stream()
                        .map(SeatProof.Given::person)
                        .toList())
                .orElse(List.of());
    }

    private String name(String participant, Locale language) {
        return directory
                .find(participant)
                .map(it -> it.name(language.getLanguage()))
                .orElse(participant);
    }
}
