package org.comity.treaty.acts;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.comity.casework.CaseAccess;
import org.comity.convention.Convention;
import org.comity.convention.FinalProvisions.Notice;
import org.comity.directory.Directory;
import org.comity.procedure.RequestRow;
import org.comity.procedure.Requests;
import org.comity.thread.Threads;
import org.comity.treaty.TreatyLine;
import org.comity.treaty.TreatyStep;
import org.comity.treaty.TreatyTable;
import org.comity.vocabulary.CutText;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.Role;
import org.comity.vocabulary.StateParty;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads what States told by acts and this node acknowledged, and brings it before a second officer for the table: one officer
 * brings it in, another confirms.
 */
@Component
class ReadingNotificationActs {

    private static final int PAGE = 50;

    private final Requests requests;
    private final CaseAccess access;
    private final Threads threads;
    private final Directory directory;
    private final Convention convention;
    private final TreatyTable table;
    private final NotificationActWords words = NotificationActWords.read();

    ReadingNotificationActs(
            Requests requests,
            CaseAccess access,
            Threads threads,
            Directory directory,
            Convention convention,
            TreatyTable table) {
        this.requests = requests;
        this.access = access;
        this.threads = threads;
        this.directory = directory;
        this.convention = convention;
        this.table = table;
    }

    /**
     * What is closed to named officers is not there for others.
     *
     * @param after where the page before ended; null for the first
     */
    NotificationActsView all(@Nullable String after, Official by) {
        table.mustWrite(by);
        var page = requests.list(acknowledged(by), Requests.Order.NEWEST, after, PAGE);
        var rows = page.rows().stream().filter(it -> !it.drill()).toList();
        var acts = threads.effective(rows.stream().map(RequestRow::thread).toList()).stream()
                .collect(Collectors.groupingBy(it -> it.envelope().thread()));
        return new NotificationActsView(
                rows.stream()
                        .flatMap(it -> told(it, acts.getOrDefault(it.thread(), List.of())).stream())
                        .toList(),
                page.cursor());
    }

    /** @return false if the same stands or waits in the table already */
    @Transactional
    public boolean enter(String thread, Official by) {
        table.mustWrite(by);
        var told = access.ofThread(thread, by)
                .filter(it -> it.ourRole() == Role.REQUESTED && it.law().equals(words.procedure()))
                .filter(it -> !it.drill() && it.state().equals(words.stands()))
                .flatMap(it -> told(it, threads.effective(List.of(thread))))
                .orElseThrow(NotificationActRefused::unknown);
        return table.enter(line(told), by);
    }

    /** By its state: what was not acknowledged yet, or has ended, takes no place on the page. */
    private Requests.Filter acknowledged(Official by) {
        return new Requests.Filter(
                Requests.View.ALL,
                Role.REQUESTED,
                List.of(),
                words.stands(),
                null,
                null,
                null,
                null,
                List.of(words.procedure()),
                by.id());
    }

    /** Exactly the words that the newest acknowledgement names, and no later ones. */
    private Optional<NotificationAct> told(RequestRow row, List<Threads.KeptAct> effective) {
        var acts = effective.stream().filter(it -> it.registeredAt() != null).toList();
        var named = acts.stream()
                .filter(it -> it.envelope().type().equals(words.acknowledges()))
                .reduce((first, second) -> second)
                .map(it -> it.envelope().facts().get(words.told()));
        var opening = acts.stream().findFirst();
        if (named.isEmpty() || opening.isEmpty()) return Optional.empty();
        var notice = notice(opening.get().body());
        return acts.stream()
                .filter(it -> it.id().equals(named.get()))
                .findFirst()
                .filter(_ -> notice.isPresent())
                .flatMap(it -> of(row, notice.orElseThrow(), it));
    }

    private Optional<NotificationAct> of(RequestRow row, Notice notice, Threads.KeptAct act) {
        var at = act.registeredAt();
        if (at == null || !(act.body().get(words.told()) instanceof String text) || text.isBlank()) {
            return Optional.empty();
        }
        var from = directory.find(row.counterpart());
        var party = from.map(it -> it.state().code()).orElseGet(() -> StateParty.codeOf(row.counterpart()));
        var name = from.map(it -> it.name("en")).orElse(party);
        var day = LocalDate.ofInstant(at, ZoneOffset.UTC);
        var told = new NotificationAct(row.thread(), row.reference(), party, name, notice, text, day, false);
        return Optional.of(new NotificationAct(
                told.thread(),
                told.reference(),
                told.party(),
                told.name(),
                notice,
                text,
                day,
                table.holds(line(told))));
    }

    private Optional<Notice> notice(Map<String, Object> body) {
        return body.get(words.point()) instanceof String key
                ? convention.newest(Convention.UNCC).orElseThrow().ends().notice(key)
                : Optional.empty();
    }

    /** With its date, and with where it can be read: the thread in which it was said. */
    private static TreatyLine line(NotificationAct told) {
        return new TreatyLine(
                told.party(),
                told.name(),
                false,
                TreatyStep.of(told.notice().kind()),
                told.day(),
                told.reference(),
                "Told by an act of this network, thread " + told.thread(),
                told.notice().on(),
                CutText.to(told.told(), TreatyLine.LONGEST_WORDS));
    }
}
