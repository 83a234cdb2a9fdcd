package org.comity.treaty.notice;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.comity.convention.Convention;
import org.comity.convention.FinalProvisions.Kind;
import org.comity.convention.FinalProvisions.Notice;
import org.comity.convention.Instrument;
import org.comity.directory.Directory;
import org.comity.ledger.Ledger;
import org.comity.sealing.OfficialLetter;
import org.comity.treaty.TreatyLine;
import org.comity.treaty.TreatyStep;
import org.comity.treaty.TreatyTable;
import org.comity.treaty.notice.NoticesView.Point;
import org.comity.ui.FormProblems;
import org.comity.ui.Language;
import org.comity.ui.SeenMark;
import org.comity.ui.TypedText;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps what our State tells the depositary: the letter, how it left, and the number that closes it. Nothing is sent by
 * itself, and only a person says that the depositary answered.
 */
@Component
class KeepingNotices implements NoticeWords {

    static final List<String> CHANNELS = List.of("mission", "bag", "mail", "hand");
    static final int LONGEST = TreatyLine.LONGEST_WORDS;

    private static final int LONGEST_REASON = 1_000;
    private static final Pattern NUMBER = Pattern.compile("(?:P\\.)?C\\.N\\.[0-9]{1,5}\\.[0-9]{4}.{0,60}");

    private final DepositaryNoticeRows rows;
    private final NoticeLetter letters;
    private final TreatyTable table;
    private final Convention convention;
    private final Directory directory;
    private final Ledger ledger;
    private final Clock clock;

    KeepingNotices(
            DepositaryNoticeRows rows,
            NoticeLetter letters,
            TreatyTable table,
            Convention convention,
            Directory directory,
            Ledger ledger,
            Clock clock) {
        this.rows = rows;
        this.letters = letters;
        this.table = table;
        this.convention = convention;
        this.directory = directory;
        this.ledger = ledger;
        this.clock = clock;
    }

    NoticesView points(Official by) {
        table.mustWrite(by);
        var last = rows.latest().stream().collect(Collectors.toMap(KeptNotice::key, Function.identity()));
        var looks = rows.looks().stream().collect(Collectors.toMap(NoticeLook::key, Function.identity()));
        var points = instrument().ends().notices().stream()
                .map(it -> new Point(it, last.get(it.key()), looks.get(it.key())))
                .toList();
        return new NoticesView(instrument().edition(), points, today());
    }

    NoticeView point(String key, FormProblems problems, Map<String, String> typed, Language language, Official by) {
        var point = points(by).points().stream()
                .filter(it -> it.notice().key().equals(key))
                .findFirst()
                .orElseThrow(NoticeRefused::unknown);
        var all = rows.of(key);
        var open = underWay(all).orElse(null);
        var text = typed.getOrDefault("told", "");
        if (text.isEmpty()) {
            text = open == null ? letters.filled(point.notice(), language) : open.told();
        }
        var listed = table.confirmed(directory.self().state().code()).stream()
                .filter(it -> it.step().ofArticle()
                        && it.article().equals(point.notice().on())
                        && (it.step() == TreatyStep.WITHDRAWAL)
                                == (point.notice().kind() == Kind.WITHDRAWAL))
                .map(TreatyLine::number)
                .reduce("", (first, second) -> second);
        return new NoticeView(
                point,
                text,
                letters.missing(point.notice(), language),
                open,
                all,
                listed,
                CHANNELS,
                today(),
                problems,
                typed);
    }

    @Override
    public String told(String key, Official by) {
        return point(key, FormProblems.NONE, Map.of(), Language.ENGLISH, by).told();
    }

    /**
     * Keeps the words of the letter; a notification that is under way and has not left is written anew.
     *
     * @param seen mark of the words that stood on the page
     */
    @Transactional
    public FormProblems write(String key, String typed, String seen, Official by) {
        table.mustWrite(by);
        var notice = notice(key);
        var told = TypedText.clean(typed);
        if (told.isEmpty() || told.length() > LONGEST) {
            return FormProblems.NONE.with("told", "notices.problem.told");
        }
        var open = underWay(rows.of(key));
        // What was typed stands there: the same press twice, or two who wrote the same.
        if (open.filter(it -> it.ready() && it.told().equals(told)).isPresent()) {
            return FormProblems.NONE;
        }
        boolean kept = open.map(
                        it -> it.ready() && it.mark().equals(seen) && rows.rewrite(it, told, by.id(), clock.instant()))
                .orElseGet(() -> seen.isEmpty() && rows.write(key, notice.ref(), told, by.id(), clock.instant()));
        if (!kept) {
            return FormProblems.NONE.with("told", SeenMark.PROBLEM);
        }
        ledger.record(by, "notices.written", subject(key), Map.of());
        return FormProblems.NONE;
    }

    /**
     * What is recorded as told is what the letter said that left: nobody sends words that were not on his page.
     *
     * @param scan of the signed letter; empty where none is kept
     * @param seen mark of the words that stood on the page
     */
    @Transactional
    public FormProblems sent(String key, String day, String channel, byte[] scan, String seen, Official by) {
        table.mustWrite(by);
        var ready = underWay(rows.of(key)).filter(KeptNotice::ready).orElseThrow(NoticeRefused::moved);
        var on = day(day);
        var problems = FormProblems.NONE;
        if (!ready.mark().equals(seen)) {
            problems = problems.with("", "notices.sent.changed-meanwhile");
        }
        if (on == null || on.isAfter(today())) {
            problems = problems.with("day", "notices.problem.day");
        }
        if (!CHANNELS.contains(channel)) {
            problems = problems.with("channel", "notices.problem.channel");
        }
        var kept = scan.length == 0 ? Optional.of(SignedScan.NONE) : SignedScan.of(scan);
        if (kept.isEmpty()) {
            problems = problems.with("scan", "notices.problem.scan");
        }
        if (problems.any() || on == null) {
            return problems;
        }
        if (!rows.sent(ready, on, channel, kept.orElseThrow(), by.id())) {
            throw NoticeRefused.moved();
        }
        ledger.record(
                by, "notices.sent", subject(key), Map.of("hash", kept.get().sha256()));
        return FormProblems.NONE;
    }

    /**
     * The depositary's number closes it, and brings the line before a second officer for the table of the treaty.
     *
     * @param letter the one that stood on the page: another has other words
     */
    @Transactional
    public FormProblems close(String key, long letter, String typed, Official by) {
        table.mustWrite(by);
        var sent = sent(key, letter);
        var number = typed.strip();
        if (!NUMBER.matcher(number).matches()) {
            return FormProblems.NONE.with("number", "notices.problem.number");
        }
        if (!rows.close(sent.id(), number, by.id(), clock.instant())) {
            throw NoticeRefused.moved();
        }
        ledger.record(by, "notices.closed", subject(key), Map.of("number", number));
        var self = directory.self();
        var on = sent.sentOn() == null ? today() : sent.sentOn();
        var source =
                convention.newest(Convention.UNCC).orElseThrow().shortName().in("en");
        table.enter(
                new TreatyLine(
                        self.state().code(),
                        self.name("en"),
                        false,
                        TreatyStep.of(notice(key).kind()),
                        on,
                        number,
                        "Our notification under %s of %s".formatted(sent.ref(), source),
                        notice(key).on(),
                        sent.told()),
                by);
        return FormProblems.NONE;
    }

    /**
     * Ends a letter that was recorded as sent and never reached the depositary, or was taken back: it stays in the register with
     * the reason, and another can begin. No number and no line comes of it.
     *
     * @param letter the one that stood on the page
     */
    @Transactional
    public FormProblems end(String key, long letter, String typed, Official by) {
        table.mustWrite(by);
        sent(key, letter);
        var why = TypedText.clean(typed);
        if (why.isEmpty() || why.length() > LONGEST_REASON) {
            return FormProblems.NONE.with("why", "notices.problem.why");
        }
        if (!rows.end(letter, why, by.id(), clock.instant())) {
            throw NoticeRefused.moved();
        }
        ledger.record(by, "notices.ended", subject(key), Map.of());
        return FormProblems.NONE;
    }

    @Transactional
    public void looked(String key, boolean applies, Official by) {
        table.mustWrite(by);
        if (!applies && !notice(key).choice()) {
            throw NoticeRefused.moved();
        }
        rows.looked(new NoticeLook(key, applies, by.name(), clock.instant()));
        ledger.record(by, "notices.looked", subject(key), Map.of());
    }

    OfficialLetter letter(String key, String told, Language language, Official by) {
        table.mustWrite(by);
        return letters.letter(instrument(), notice(key), told, language);
    }

    SignedScan scan(String key, long id, Official by) {
        table.mustWrite(by);
        if (rows.of(key).stream().noneMatch(it -> it.id() == id)) {
            throw NoticeRefused.unknown();
        }
        return rows.scan(id).orElseThrow(NoticeRefused::unknown);
    }

    /** How many points nobody has looked at for a year. */
    int due() {
        var looks = rows.looks().stream().collect(Collectors.toMap(NoticeLook::key, Function.identity()));
        return (int) instrument().ends().notices().stream()
                .filter(it -> new Point(it, null, looks.get(it.key())).due(today()))
                .count();
    }

    /** Before anything is said of what was typed: the page that says it shows the letter that is under way now. */
    private KeptNotice sent(String key, long letter) {
        return rows.of(key).stream()
                .filter(it -> it.id() == letter && it.stage() == KeptNotice.Stage.SENT)
                .findFirst()
                .orElseThrow(NoticeRefused::moved);
    }

    private static Optional<KeptNotice> underWay(List<KeptNotice> all) {
        return all.stream().filter(it -> !it.stage().over()).findFirst();
    }

    private Instrument instrument() {
        return convention.newest(Convention.UNCC).orElseThrow();
    }

    private Notice notice(String key) {
        return instrument().ends().notice(key).orElseThrow(NoticeRefused::unknown);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static @org.jspecify.annotations.Nullable LocalDate day(String typed) {
        return TypedText.day(typed).orElse(null);
    }

    private static String subject(String key) {
        return "notice-" + key;
    }
}
