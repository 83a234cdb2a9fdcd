package org.comity.capacity.rounds;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.comity.capacity.KeptList;
import org.comity.capacity.rounds.RoundRows.ToldRound;
import org.comity.casework.NoticesForSeats;
import org.comity.casework.PersonInSeat;
import org.comity.casework.WordsBelowThreads;
import org.comity.procedure.RequestRow;
import org.comity.sealing.Letters.Section;
import org.comity.ui.Language;
import org.comity.ui.Words;
import org.springframework.stereotype.Component;

/** Tells a State in a seat, below the thread of its need, why a round did what it did, as a message tells one with a node. */
@Component
class ReasonsInSeats implements WordsBelowThreads, NoticesForSeats {

    private final RoundRows rows;
    private final ListedHelp listed;
    private final KeptList kept;
    private final Words words;
    private final Clock clock;

    ReasonsInSeats(RoundRows rows, ListedHelp listed, KeptList kept, Words words, Clock clock) {
        this.rows = rows;
        this.listed = listed;
        this.kept = kept;
        this.words = words;
        this.clock = clock;
    }

    @Override
    public List<Section> of(RequestRow row, Language language) {
        if (!kept.here() || !listed.isNeed(row)) return List.of();
        var need = row.reference();
        var meant = listed.needs(List.of(need)).get(need);
        // Another authority may have given the same reference: a round meant one of the two.
        if (meant == null || !meant.thread().equals(row.thread())) return List.of();
        var sections = new ArrayList<Section>();
        for (var told : rows.toldOf(need)) {
            var said = ToldReasons.byNeed(told.read()).getOrDefault(need, List.of());
            if (said.isEmpty()) continue;
            sections.add(new Section(
                    ToldReasons.head(words, language, told.round(), need), ToldReasons.lines(words, language, said)));
        }
        return List.copyOf(sections);
    }

    /** For as long as both sides have to answer what that round proposes. */
    @Override
    public List<Notice> notices(PersonInSeat person) {
        if (!kept.here()) return List.of();
        var now = clock.instant();
        var newest = new LinkedHashMap<String, ToldRound>();
        for (var round : rows.toldToAnswer(now)) {
            ToldReasons.byNeed(round.read()).keySet().forEach(it -> newest.putIfAbsent(it, round));
        }
        if (newest.isEmpty()) return List.of();
        var threads = listed.needs(newest.keySet());
        var notices = new ArrayList<Notice>();
        newest.forEach((need, round) -> {
            var row = threads.get(need);
            if (row == null || !row.counterpart().equals(person.authority())) return;
            notices.add(new Notice(
                    "/seat/threads/" + row.thread(),
                    "rounds.seat.proposed",
                    units(round.read(), need),
                    "rounds.seat.why",
                    "rounds.seat.days",
                    days(now, round.answerBy())));
        });
        return List.copyOf(notices);
    }

    private static long units(RoundReasons reasons, String need) {
        return reasons.proposals().stream()
                .filter(it -> it.placed().need().equals(need))
                .mapToLong(it -> it.placed().units())
                .sum();
    }

    private static long days(Instant now, Instant until) {
        return Duration.between(now, until).plusDays(1).minusSeconds(1).toDays();
    }
}
