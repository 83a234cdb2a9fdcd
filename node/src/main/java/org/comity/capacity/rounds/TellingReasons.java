package org.comity.capacity.rounds;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comity.capacity.matching.ReasonSentence;
import org.comity.capacity.rounds.RoundRows.Solving;
import org.comity.casework.CaseAccess;
import org.comity.casework.WorkingMessages;
import org.comity.directory.Directory;
import org.comity.directory.Participant;
import org.comity.ledger.Ledger;
import org.comity.ui.Language;
import org.comity.ui.Words;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells each State, in its own language and in the thread of its need, why a round proposes what it does and why units are left.
 * It is a message and no act: the proposal itself is one.
 */
@Component
class TellingReasons {

    /** As long as a message may be. */
    private static final int LONGEST = 4_000;

    private final RoundRows rows;
    private final ListedHelp listed;
    private final WorkingMessages messages;
    private final Directory directory;
    private final Words words;
    private final CaseAccess access;
    private final Ledger ledger;
    private final Clock clock;

    TellingReasons(
            RoundRows rows,
            ListedHelp listed,
            WorkingMessages messages,
            Directory directory,
            Words words,
            CaseAccess access,
            Ledger ledger,
            Clock clock) {
        this.rows = rows;
        this.listed = listed;
        this.messages = messages;
        this.directory = directory;
        this.words = words;
        this.access = access;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Needs whose States nobody told.
     *
     * @param told how many States were told
     * @param byLetter the State has no node: an officer writes to it
     * @param unknown no thread of it is here
     */
    record NotTold(int told, List<String> byLetter, List<String> unknown) {}

    /** Once, when a second officer has approved it and nothing newer was solved. */
    @Transactional
    public NotTold tell(String round, int number, Official by) {
        access.mustWrite(by);
        var solvings = rows.solvings(round);
        var solving = solvings.stream()
                .filter(it -> it.number() == number && it.approvedBy() != null)
                .findFirst()
                .orElseThrow(RoundNotPossible::unknown);
        if (solving.number() != solvings.getLast().number()) throw RoundNotPossible.older();
        if (!rows.told(round, number, clock.instant())) throw RoundNotPossible.told();
        var reasons = reasons(solving);
        var threads = listed.needs(reasons.keySet());
        var byLetter = new ArrayList<String>();
        var unknown = new ArrayList<String>();
        reasons.forEach((need, said) -> {
            var row = threads.get(need);
            if (row == null) {
                unknown.add(need);
                return;
            }
            var state = directory.find(row.counterpart());
            if (state.filter(Participant::hasNode).isEmpty()) {
                byLetter.add(need);
                return;
            }
            messages.write(row.thread(), text(round, need, said, language(state.get())), by);
        });
        ledger.record(by, "round.told", round, Map.of("solving", Integer.toString(number)));
        return new NotTold(
                reasons.size() - byLetter.size() - unknown.size(), List.copyOf(byLetter), List.copyOf(unknown));
    }

    /** By need; the other need that would come next is in none of them. */
    private static Map<String, List<ReasonSentence>> reasons(Solving solving) {
        var all = new LinkedHashMap<String, List<ReasonSentence>>();
        var reasons = RoundReasons.of(solving.reasons());
        for (var each : reasons.proposals()) {
            var said = all.computeIfAbsent(each.placed().need(), _ -> new ArrayList<>());
            said.add(each.summary());
            said.addAll(each.parts());
            said.addAll(each.priority());
            Optional.ofNullable(each.next()).ifPresent(said::add);
            Optional.ofNullable(each.after()).ifPresent(said::add);
        }
        for (var each : reasons.left()) {
            all.computeIfAbsent(each.need(), _ -> new ArrayList<>()).addAll(each.forState());
        }
        return all;
    }

    private String text(String round, String need, List<ReasonSentence> said, Language language) {
        var text = new StringBuilder(words.say(language, "rounds.told.head", "round", round, "need", need));
        var more = "\n– " + words.say(language, "rounds.told.more");
        for (var each : lines(language, said)) {
            if (text.length() + each.length() + more.length() > LONGEST)
                return text.append(more).toString();
            text.append(each);
        }
        return text.toString();
    }

    private List<String> lines(Language language, List<ReasonSentence> said) {
        return said.stream()
                .map(it -> "\n– " + words.say(language, it.key(), it.named()))
                .toList();
    }

    /** The first of the State's languages in which every page exists; English where none does. */
    private Language language(Participant state) {
        return state.languages().stream()
                .map(it -> it.replaceFirst("-.*", ""))
                .flatMap(it ->
                        words.languages().stream().filter(each -> each.tag().equals(it)))
                .findFirst()
                .orElse(Language.ENGLISH);
    }
}
