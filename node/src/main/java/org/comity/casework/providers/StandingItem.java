package org.comity.casework.providers;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import org.comity.casework.AnsweredOrders.Answered;
import org.comity.casework.providers.ProviderPart.Status;
import org.comity.procedure.AnswerToOrder.Held;
import org.comity.vocabulary.CutText;
import org.jspecify.annotations.Nullable;

/**
 * Where one provider stands with one item: as an officer noted it, or as the provider answered an order later.
 *
 * @param noted what an officer noted; null if nobody did
 * @param answered null where what the officer noted is the last word
 */
public record StandingItem(
        @Nullable ProviderPart noted, @Nullable Answered answered) {

    private static final int LONGEST = 200;

    public String provider(String language) {
        return answered == null ? part().provider() : answered.by().name(language);
    }

    public String item() {
        return answered == null ? part().item() : answered.answer().item();
    }

    boolean same(StandingItem other) {
        return item().strip().equalsIgnoreCase(other.item().strip());
    }

    public Status status() {
        if (answered == null) return part().status();
        if (answered.answer().held() == Held.ELSEWHERE) return Status.ELSEWHERE;
        if (answered.answer().held() == Held.NONE) return Status.LOST;
        return answered.over() ? Status.RELEASED : Status.PRESERVED;
    }

    /** Some of it is kept, some is not. */
    public boolean partly() {
        return answered != null
                && status() == Status.PRESERVED
                && answered.answer().held() == Held.PART;
    }

    /** A provider that says so has not lost it: perhaps it never had it. */
    public boolean notHeld() {
        return answered != null && status() == Status.LOST;
    }

    /** In the words of the provider, as its own number is; empty where it has none. */
    public String note() {
        return answered == null ? "" : answered.answer().note();
    }

    @Nullable
    Instant since() {
        return answered == null ? null : answered.answer().since();
    }

    public String reference() {
        return answered == null ? "" : answered.answer().reference();
    }

    /** Its last day; null unless it is preserved. */
    public @Nullable LocalDate day(ZoneId zone) {
        if (status() != Status.PRESERVED) return null;
        if (answered == null) return part().until();
        var answer = answered.answer();
        if (answer.on() != null) return answer.on();
        return answer.until() == null ? null : LocalDate.ofInstant(answer.until(), zone);
    }

    /** A day counts to its end. */
    @Nullable
    Instant end(ZoneId zone) {
        var day = day(zone);
        if (day == null) return null;
        if (answered != null && answered.answer().on() == null)
            return answered.answer().until();
        return day.plusDays(1).atStartOfDay(zone).toInstant();
    }

    /** What somebody may write in its place; nothing follows what is lost or released by our own note. */
    public boolean open() {
        return noted == null || !noted.status().last();
    }

    /** As a form begins that changes it. */
    ProviderForm form(String language, ZoneId zone) {
        if (answered == null) return ProviderForm.of(part());
        var day = day(zone);
        return new ProviderForm(
                CutText.to(provider(language), LONGEST),
                CutText.to(item(), LONGEST),
                status().name(),
                day == null ? "" : day.toString());
    }

    private ProviderPart part() {
        return Objects.requireNonNull(noted);
    }
}
