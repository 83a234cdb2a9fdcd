package org.comity.notification;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.comity.casework.CaseAccess;
import org.comity.casework.DomesticFile;
import org.comity.ledger.Ledger;
import org.comity.procedure.RequestRow;
import org.comity.procedure.Requests;
import org.comity.ui.Language;
import org.comity.ui.MailAddress;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.RuleBroken;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets an officer quiet, or wake, the reminders of a request; each is on record. */
@Component
class QuietingReminders {

    private static final int MOST = 500;

    private final Requests requests;
    private final CaseAccess access;
    private final PeriodRows periods;
    private final DomesticFile file;
    private final CalendarFile calendar;
    private final Ledger ledger;
    private final Clock clock;

    QuietingReminders(
            Requests requests,
            CaseAccess access,
            PeriodRows periods,
            DomesticFile file,
            CalendarFile calendar,
            Ledger ledger,
            Clock clock) {
        this.requests = requests;
        this.access = access;
        this.periods = periods;
        this.file = file;
        this.calendar = calendar;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** No more mails about this end, or mails again. */
    @Transactional
    void quiet(String reference, boolean quiet, Official by) {
        access.mustWrite(by);
        var row = row(reference, by);
        if (periods.quiet(row.thread(), quiet ? by.id() : null, clock.instant())) {
            ledger.record(
                    by, quiet ? "reminder.quieted" : "reminder.resumed", row.thread(), Map.of("reference", reference));
        }
    }

    /** @param mail may be empty: no prosecutor is reminded any more */
    @Transactional
    void prosecutor(String reference, String mail, Language language, Official by) {
        access.mustFile(by, DomesticFile.Kind.PROSECUTOR);
        var address = mail.strip();
        var thread = row(reference, by).thread();
        boolean right = address.isEmpty() ? reminded(thread) : MailAddress.is(address);
        if (!right) {
            throw new NoAddress();
        }
        file.add(
                thread,
                DomesticFile.Kind.PROSECUTOR,
                address.isEmpty() ? "–" : language.name(),
                address,
                null,
                null,
                by);
    }

    /** Only who is reminded can be left out. */
    private boolean reminded(String thread) {
        return file.newest(thread, DomesticFile.Kind.PROSECUTOR)
                .filter(it -> !it.number().isEmpty())
                .isPresent();
    }

    /** The calendar file of one request. */
    @Transactional
    String calendar(String reference, Language language, Official by) {
        access.mustRead(by);
        var row = row(reference, by);
        var period = periods.find(row.thread()).orElseThrow(() -> new NoPeriod(reference));
        ledger.record(by, "reminder.calendar-taken", row.thread(), Map.of("reference", reference));
        return calendar.of(List.of(period), language);
    }

    /** All open periods of the requests that this official owns, at most 500. */
    String mine(Language language, Official by) {
        access.mustRead(by);
        var threads = new java.util.ArrayList<String>();
        var filter = new Requests.Filter(
                        Requests.View.MINE, null, List.of(), null, null, by.id(), null, clock.instant())
                .readBy(by.id());
        String cursor = null;
        do {
            var page = requests.list(filter, cursor, 50);
            page.rows().stream()
                    .filter(it -> it.until() != null)
                    .map(RequestRow::thread)
                    .forEach(threads::add);
            cursor = page.cursor();
        } while (cursor != null && threads.size() < MOST);
        return calendar.of(periods.ofThreads(threads), language);
    }

    private RequestRow row(String reference, Official by) {
        return access.find(reference, by).orElseThrow(() -> new NoPeriod(reference));
    }

    static final class NoAddress extends RuleBroken {
        NoAddress() {
            super("notification.address", Map.of(), "mail");
        }
    }

    static final class NoPeriod extends RuleBroken {
        NoPeriod(String reference) {
            super("notification.unknown-period", Map.of("reference", reference));
        }
    }
}
