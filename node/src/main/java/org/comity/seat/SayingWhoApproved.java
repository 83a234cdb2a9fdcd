package org.comity.seat;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
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
import org.comity.thread.SealedAct;
import org.comity.thread.SeatApprovals;
import org.comity.thread.Threads;
import org.comity.ui.Language;
import org.comity.ui.Words;
import org.springframework.stereotype.Component;

/** Words the sentence that stands wherever an act from a seat is shown; persons go by the pseudonyms of their seats. */
@Component
class SayingWhoApproved implements SeatSentences {

    private static final DateTimeFormatter LOST =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final SeatPersonRows rows;
    private final Threads threads;
    private final JointThreads joint;
    private final SeatApprovals approvals;
    private final Directory directory;
    private final Words words;

    SayingWhoApproved(
            SeatPersonRows rows,
            Threads threads,
            JointThreads joint,
            SeatApprovals approvals,
            Directory directory,
            Words words) {
        this.rows = rows;
        this.threads = threads;
        this.joint = joint;
        this.approvals = approvals;
        this.directory = directory;
        this.words = words;
    }

    @Override
    public Optional<Section> of(Envelope act, Locale language) {
        if (!SeatProof.asked(act)) return Optional.empty();
        var persons = persons(act);
        var in = Language.of(language.getLanguage()).orElse(Language.ENGLISH);
        var sentences = new ArrayList<String>();
        sentences.add(words.say(
                in,
                persons.isEmpty() ? "seat.to-be-approved" : "seat.recorded",
                "host",
                name(act.author(), language),
                "authority",
                name(act.facts().getOrDefault("speaker", ""), language),
                "n",
                persons.size(),
                "person",
                String.join(", ", persons)));
        if (!persons.isEmpty()) sentences.addAll(doubts(act, persons, in, language));
        return Optional.of(new Section(words.say(in, "seat.sheet"), sentences));
    }

    /** Of each key that counts as lost since before the act was given. */
    private List<String> doubts(Envelope act, List<String> persons, Language in, Locale language) {
        return rows.lostSince(persons).entrySet().stream()
                .filter(it -> !it.getValue().isAfter(act.time()))
                .map(it -> words.say(
                        in,
                        "seat.recorded.doubtful",
                        "person",
                        it.getKey(),
                        "time",
                        LOST.format(it.getValue()),
                        "authority",
                        name(act.facts().getOrDefault("speaker", ""), language)))
                .toList();
    }

    /** Nobody while it waits. */
    private List<String> persons(Envelope act) {
        var kept = approvals.persons(act.id());
        if (!kept.isEmpty()) return kept;
        return (act.joint() ? joint.container(act.id()) : threads.container(act.id()))
                .map(it -> approvals.keep(new SealedAct(Container.read(it).act(), it)))
                .orElse(List.of());
    }

    private String name(String participant, Locale language) {
        return directory
                .find(participant)
                .map(it -> it.name(language.getLanguage()))
                .orElse(participant);
    }
}
