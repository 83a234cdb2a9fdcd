package org.comity.capacity.rounds;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.comity.capacity.rounds.AddressedReasons.ToNeed;
import org.comity.capacity.rounds.AddressedReasons.Way;
import org.comity.casework.CaseAccess;
import org.comity.casework.WorkingMessages;
import org.comity.ledger.Ledger;
import org.comity.ui.Words;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells each State, in the thread of its need, why a round proposes what it does and why units are left: by a message in its own
 * language on a node, below the thread in a seat, and on paper for others. It is no act: the proposal itself is one.
 */
@Component
class TellingReasons {

    /** As long as a message may be. */
    private static final int LONGEST = 4_000;

    private final RoundRows rows;
    private final AddressedReasons addressed;
    private final WorkingMessages messages;
    private final Words words;
    private final CaseAccess access;
    private final Ledger ledger;
    private final Clock clock;

    TellingReasons(
            RoundRows rows,
            AddressedReasons addressed,
            WorkingMessages messages,
            Words words,
            CaseAccess access,
            Ledger ledger,
            Clock clock) {
        this.rows = rows;
        this.addressed = addressed;
        this.messages = messages;
        this.words = words;
        this.access = access;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Needs whose States nobody told.
     *
     * @param told how many needs had their States told, on a node or in a seat
     * @param byLetter the State has neither node nor seat: an officer writes to it
     * @param unknown no thread of it is here
     */
    record NotTold(int told, List<String> byLetter, List<String> unknown) {}

    /** Once, when a second officer has approved it and nothing newer was solved. */
    @Transactional
    public NotTold tell(String round, int number, Official by) {
        access.mustWrite(by);
        var solvings = rows.solvings(round).stream().filter(it -> !it.refused()).toList();
        var solving = solvings.stream()
                .filter(it -> it.number() == number && it.approvedBy() != null)
                .findFirst()
                .orElseThrow(RoundNotPossible::unknown);
        if (solving.number() != solvings.getLast().number()) throw RoundNotPossible.older();
        if (!rows.told(round, number, clock.instant())) throw RoundNotPossible.told();
        var needs = addressed.of(solving);
        for (var each : needs) {
            // What a seat reads below its thread is no message.
            if (each.way() == Way.NODE && each.row() != null) {
                messages.write(each.row().thread(), text(round, each), by);
            }
        }
        ledger.record(by, "round.told", round, Map.of("solving", Integer.toString(number)));
        var byLetter = of(needs, Way.LETTER);
        var unknown = of(needs, Way.UNKNOWN);
        return new NotTold(needs.size() - byLetter.size() - unknown.size(), byLetter, unknown);
    }

    private static List<String> of(List<ToNeed> needs, Way way) {
        return needs.stream().filter(it -> it.way() == way).map(ToNeed::need).toList();
    }

    /** Needs whose States have neither a node nor a seat: what each is to read, in its language. */
    public List<RoundLetter> letters(String round, int number, Official by) {
        access.mustRead(by);
        var solving = rows.solvings(round).stream()
                .filter(it -> it.number() == number && it.approvedBy() != null)
                .findFirst()
                .orElseThrow(RoundNotPossible::unknown);
        return addressed.of(solving).stream()
                .filter(it -> it.way() == Way.LETTER)
                .map(it -> new RoundLetter(
                        it.need(),
                        it.language(),
                        ToldReasons.head(words, it.language(), round, it.need()),
                        ToldReasons.lines(words, it.language(), it.said())))
                .toList();
    }

    private String text(String round, ToNeed need) {
        var language = need.language();
        var text = new StringBuilder(ToldReasons.head(words, language, round, need.need()));
        var more = "\n– " + words.say(language, "rounds.told.more");
        for (var each : ToldReasons.lines(words, language, need.said())) {
            if (text.length() + 3 + each.length() + more.length() > LONGEST)
                return text.append(more).toString();
            text.append("\n– ").append(each);
        }
        return text.toString();
    }
}
