package org.comity.treaty;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.convention.Convention;
import org.comity.directory.Directory;
import org.comity.directory.Participant;
import org.comity.directory.TreatyEntry;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Draws the table of the treaty, and what is recorded of one State, from confirmed lines alone. */
@Component
class ReadingTreaty implements DepositaryOrder {

    private final TreatyRows rows;
    private final Directory directory;
    private final Convention convention;
    private final Clock clock;

    ReadingTreaty(TreatyRows rows, Directory directory, Convention convention, Clock clock) {
        this.rows = rows;
        this.directory = directory;
        this.convention = convention;
        this.clock = clock;
    }

    /** @param by null for readers without an account */
    TreatyView table(String language, @Nullable Official by) {
        var lines = confirmed();
        var instrument = convention.newest(Convention.UNCC).orElseThrow();
        var count = TreatyCount.of(instrument, lines);
        var states = states(directory.all());
        var byParty =
                lines.stream().collect(Collectors.groupingBy(TreatyLine::party, TreeMap::new, Collectors.toList()));
        var parties = byParty.entrySet().stream()
                .map(it -> row(it.getKey(), it.getValue(), count, states, language))
                .sorted(PartyRow.ORDER)
                .toList();
        var others = states.keySet().stream()
                .filter(it -> !byParty.containsKey(it))
                .map(it -> row(it, List.of(), count, states, language))
                .sorted(PartyRow.ORDER)
                .toList();
        boolean writes = by != null && KeepingTreaty.mayWrite(by);
        long waiting = writes ? rows.waiting() : 0;
        return new TreatyView(instrument, count, parties, others, waiting, writes, today());
    }

    @Override
    public List<String> codes() {
        return table("en", null).parties().stream().map(PartyRow::code).toList();
    }

    @Override
    public Optional<String> name(String code, String language) {
        return table(language, null).parties().stream()
                .filter(it -> it.code().equals(code))
                .map(PartyRow::name)
                .findFirst();
    }

    /** Of a State of this network, or of whoever a line is recorded of. */
    StateTreatyView state(String code, String language, @Nullable Official by) {
        var struck = rows.struck(code);
        var kept = Stream.concat(rows.confirmed(code).stream(), struck.stream().limit(TreatyRows.PAGE))
                .sorted(Comparator.comparing((KeptLine it) -> it.line().day()).thenComparing(KeptLine::id))
                .toList();
        var states = states(directory.all());
        if (kept.isEmpty() && !states.containsKey(code)) {
            throw TreatyRefused.unknown();
        }
        var lines = confirmed();
        var count = TreatyCount.of(convention.newest(Convention.UNCC).orElseThrow(), lines);
        var own = lines.stream().filter(it -> it.party().equals(code)).toList();
        var party = row(code, own, count, states, language);
        var compared = by == null
                ? List.<ComparedStatement>of()
                : ComparedStatement.of(party.statements(), entry(states.get(code)));
        return new StateTreatyView(
                party,
                kept,
                struck.size() > TreatyRows.PAGE,
                compared,
                directory.self().state().code().equals(code),
                by != null && KeepingTreaty.mayWrite(by));
    }

    /** What stands, in the columns in which it can be brought in elsewhere. */
    String csv() {
        return TreatySheet.csv(confirmed());
    }

    private List<TreatyLine> confirmed() {
        return rows.here(false).stream().map(KeptLine::line).toList();
    }

    private PartyRow row(
            String code, List<TreatyLine> lines, TreatyCount count, Map<String, Participant> states, String language) {
        var name = Optional.ofNullable(states.get(code))
                .map(it -> it.name(language))
                .or(() -> lines.stream().map(TreatyLine::name).findFirst())
                .orElse(code);
        return new PartyRow(code, name, lines, count);
    }

    /** Each State once, by the first of its authorities; who is none of a State is in no list of States. */
    static Map<String, Participant> states(List<Participant> all) {
        return all.stream()
                .filter(it -> it.kind().authority())
                .collect(Collectors.toMap(it -> it.state().code(), it -> it, (first, second) -> first, TreeMap::new));
    }

    private static List<TreatyEntry.Statement> entry(@Nullable Participant state) {
        return state == null || state.profile().treaties() == null
                ? List.of()
                : state.profile().treaties().stream()
                        .filter(it -> it.instrument().equals(Convention.UNCC))
                        .flatMap(it -> it.statements().stream())
                        .toList();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
