package org.comity.seat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
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
    public Map<String, Section> of(Collection<Envelope> acts, Locale language) {
        var given = acts.stream().filter(SeatProof::asked).toList();
        if (given.isEmpty()) return Map.of();
        var persons = persons(given);
        var lost =
                rows.lostSince(persons.values().stream().flatMap(List::stream).collect(Collectors.toSet()));
        return given.stream()
                .collect(Collectors.toMap(
                        Envelope::id,
                        it -> said(it, persons.getOrDefault(it.id(), List.of()), lost, language),
                        (first, _) -> first));
    }

    private Section said(Envelope act, List<String> persons, Map<String, Instant> lost, Locale language) {
        var in = Language.of(language);
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
        sentences.addAll(doubts(act, persons, lost, in, language));
        return new Section(words.say(in, "seat.sheet"), sentences);
    }

    /** Of each key that counts as lost since before the act was given. */
    private List<String> doubts(
            Envelope act, List<String> persons, Map<String, Instant> lost, Language in, Locale language) {
        return lost.entrySet().stream()
                .filter(it -> persons.contains(it.getKey()) && !it.getValue().isAfter(act.time()))
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

    /** By the act; nobody while it waits. */
    private Map<String, List<String>> persons(List<Envelope> acts) {
        var persons =
                new HashMap<>(approvals.persons(acts.stream().map(Envelope::id).toList()));
        acts.forEach(act -> persons.computeIfAbsent(act.id(), _ -> sealed(act)));
        return persons;
    }

    private List<String> sealed(Envelope act) {
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
