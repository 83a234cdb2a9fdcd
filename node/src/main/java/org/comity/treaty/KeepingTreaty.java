package org.comity.treaty;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.IntPredicate;
import org.comity.convention.Convention;
import org.comity.directory.Directory;
import org.comity.identity.Officials;
import org.comity.ledger.Ledger;
import org.comity.sheet.SheetReading;
import org.comity.treaty.KeptLine.LineState;
import org.comity.ui.ListPage;
import org.comity.ui.TypedText;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes lines into the table of the treaty: one person looks and takes, another confirms; each is on record. */
@Component
class KeepingTreaty implements TreatyTable {

    private static final int LONGEST_REASON = 500;

    private final TreatyRows rows;
    private final Convention convention;
    private final Directory directory;
    private final Officials officials;
    private final PublishingTreaty publishing;
    private final Ledger ledger;
    private final Clock clock;
    private final boolean practice;
    private final SheetReading sheets = new SheetReading(TreatySheet.LIMITS);

    KeepingTreaty(
            TreatyRows rows,
            Convention convention,
            Directory directory,
            Officials officials,
            PublishingTreaty publishing,
            Ledger ledger,
            Clock clock,
            @Value("${node.practice:false}") boolean practice) {
        this.rows = rows;
        this.convention = convention;
        this.directory = directory;
        this.officials = officials;
        this.publishing = publishing;
        this.ledger = ledger;
        this.clock = clock;
        this.practice = practice;
    }

    /** Officers, and no administrator, who gives people their accounts. */
    static boolean mayWrite(Official by) {
        return !by.holds(Duty.ADMINISTRATOR)
                && (by.holds(Duty.DUTY_OFFICER) || by.holds(Duty.SECOND_OFFICER) || by.holds(Duty.LAWYER));
    }

    @Override
    public void mustWrite(Official by) {
        if (!mayWrite(by)) {
            throw TreatyRefused.forbidden();
        }
    }

    @Override
    public List<TreatyLine> confirmed(String party) {
        return rows.confirmed(party).stream().map(KeptLine::line).toList();
    }

    @Override
    public boolean holds(TreatyLine line) {
        return rows.holds(line);
    }

    @Override
    @Transactional
    public boolean enter(TreatyLine line, Official by) {
        mustWrite(by);
        if (!rows.holds(line) && !rows.hasRoom()) {
            throw TreatyRefused.full();
        }
        if (!rows.add(line, by.id(), clock.instant())) {
            return false;
        }
        ledger.record(by, "treaty.entered", subject(line), Map.of("number", line.number()));
        return true;
    }

    /** Keeps a file to be looked at; nothing of it is taken. */
    @Transactional
    public String keep(String name, byte[] content, Official by) {
        mustWrite(by);
        sheets.read(content);
        var id = "t" + UUID.randomUUID().toString().substring(24);
        rows.keepSheet(id, TypedText.clean(name), content, by.id(), clock.instant());
        return id;
    }

    SheetView empty() {
        return new SheetView(null, TreatySheet.COLUMNS, TreatySheet.LIMITS.mostRows(), List.of(), false, List.of());
    }

    SheetView look(String id) {
        var read = read(id);
        var missing = TreatySheet.missing(read);
        boolean tooMany = read.size() > TreatySheet.LIMITS.mostRows() + 1;
        var looks = missing.isEmpty() && !tooMany
                ? judged(read).stream().map(KeepingTreaty::look).toList()
                : List.<SheetView.Look>of();
        return new SheetView(id, TreatySheet.COLUMNS, TreatySheet.LIMITS.mostRows(), missing, tooMany, looks);
    }

    /** @return how many lines were taken */
    @Transactional
    public int take(String id, IntPredicate chosen, Official by) {
        mustWrite(by);
        if (look(id).unusable()) {
            throw TreatyRefused.nothingChosen("row");
        }
        int taken = 0;
        for (var row : judged(read(id))) {
            if (row.line() != null && !row.known() && chosen.test(row.row()) && enter(row.line(), by)) {
                taken++;
            }
        }
        if (taken == 0) {
            throw TreatyRefused.nothingChosen("row");
        }
        return taken;
    }

    int waiting() {
        return rows.waiting();
    }

    /** @param after the last line of the page before */
    WaitingLinesView waiting(@Nullable Long after, Official by) {
        var found = rows.waiting(after == null ? null : rows.find(after).orElseThrow(TreatyRefused::unknown));
        var page = ListPage.of(found, TreatyRows.PAGE);
        var sheet = sheet();
        var here = here();
        return new WaitingLinesView(
                page.rows().stream()
                        .map(it -> new WaitingLinesView.Waiting(
                                it,
                                officials.name(it.enteredBy()),
                                it.enteredBy().equals(by.id()),
                                reasons(sheet.doubts(it.line(), here))))
                        .toList(),
                page.next(KeptLine::id));
    }

    /** Each of them, or none. */
    @Transactional
    public void confirm(Collection<Long> ids, Official by) {
        mustWrite(by);
        if (ids.isEmpty()) {
            throw TreatyRefused.nothingChosen("line");
        }
        ids.forEach(id -> decide(id, LineState.CONFIRMED, "", by));
        publishing.show();
    }

    @Transactional
    public void refuse(long id, String why, Official by) {
        mustWrite(by);
        decide(id, LineState.REFUSED, reason(why), by);
    }

    /** A line that was wrong stays to be read, struck, with the reason. */
    @Transactional
    public void strike(long id, String why, Official by) {
        mustWrite(by);
        var line = rows.find(id).orElseThrow(TreatyRefused::unknown).line();
        if (!rows.strike(id, reason(why), by.id(), clock.instant())) {
            throw TreatyRefused.decided();
        }
        ledger.record(by, "treaty.struck", subject(line), Map.of("number", line.number()));
        publishing.show();
    }

    private void decide(long id, LineState standing, String why, Official by) {
        var kept = rows.find(id).orElseThrow(TreatyRefused::unknown);
        if (kept.enteredBy().equals(by.id())) {
            throw TreatyRefused.sameOfficer();
        }
        if (!rows.decide(id, standing, why, by.id(), clock.instant())) {
            throw TreatyRefused.decided();
        }
        ledger.record(
                by,
                standing == LineState.CONFIRMED ? "treaty.confirmed" : "treaty.refused",
                subject(kept.line()),
                Map.of("number", kept.line().number()));
    }

    private List<TreatySheet.Row> judged(List<List<String>> read) {
        return sheet().rows(read, here());
    }

    private List<TreatyLine> here() {
        return rows.here(true).stream().map(KeptLine::line).toList();
    }

    private TreatySheet sheet() {
        var instrument = convention.newest(Convention.UNCC).orElseThrow();
        var names = new HashMap<String, Set<String>>();
        for (var it : directory.all()) {
            names.computeIfAbsent(it.kind().authority() ? it.state().code() : it.id(), party -> new TreeSet<>())
                    .addAll(it.names().values());
        }
        return TreatySheet.of(
                instrument.ends(),
                it -> convention.article(instrument.edition(), it).isPresent(),
                party -> names.getOrDefault(party, Set.of()),
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC),
                practice);
    }

    private static SheetView.Look look(TreatySheet.Row row) {
        var cells = row.cells();
        return new SheetView.Look(
                row.row(),
                cells.getOrDefault("state", ""),
                cells.getOrDefault("name", ""),
                cells.getOrDefault("action", ""),
                cells.getOrDefault("day", ""),
                cells.getOrDefault("notification", ""),
                cells.getOrDefault("article", ""),
                row.known(),
                reasons(row.wrong()),
                reasons(row.doubts()));
    }

    private static List<SheetView.Reason> reasons(List<TreatySheet.Wrong> found) {
        return found.stream()
                .map(it -> new SheetView.Reason(it.why(), it.what()))
                .toList();
    }

    private List<List<String>> read(String id) {
        return sheets.read(rows.sheet(id).orElseThrow(TreatyRefused::unknown));
    }

    private static String reason(String why) {
        var clean = TypedText.clean(why);
        if (clean.isEmpty() || clean.length() > LONGEST_REASON) {
            throw TreatyRefused.noReason();
        }
        return Objects.requireNonNull(clean);
    }

    private static String subject(TreatyLine line) {
        return "treaty-" + line.party();
    }
}
