package org.comity.capacity.contributions;

import static java.time.ZoneOffset.UTC;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.comity.capacity.AssistanceKinds;
import org.comity.capacity.CapacityList;
import org.comity.capacity.MoneyOfCurrency.Amount;
import org.comity.capacity.iati.AgreedActivity;
import org.comity.capacity.iati.AgreedActivity.Body;
import org.comity.capacity.iati.AgreedActivity.Money;
import org.comity.capacity.iati.AgreedActivity.Partner;
import org.comity.capacity.iati.WritingIati;

/** Writes contributions as IATI has them: what stands as pledged is a commitment, what came is a payment. */
public final class ContributionMoney {

    private static final String COMMITMENT = "2";
    private static final String DISBURSEMENT = "3";
    private static final String INCOMING_COMMITMENT = "11";
    private static final String INCOMING_FUNDS = "1";

    private ContributionMoney() {}

    /**
     * Why it is not published, or nothing.
     *
     * @param activities that are published
     * @return {@code state}, {@code audience}, {@code in-kind}, {@code activity}
     */
    public static Optional<String> keptBack(Contribution contribution, Set<String> activities) {
        if (!contribution.taken()) return Optional.of("state");
        if (!contribution.forEverybody()) return Optional.of("audience");
        if (!contribution.inMoney()) return Optional.of("in-kind");
        return contribution.toward().equals("activity") && !activities.contains(contribution.target())
                ? Optional.of("activity")
                : Optional.empty();
    }

    /**
     * What of them goes into this activity. A side of it tells its money in its own thread, and is not counted twice.
     *
     * @param sides participants that are sides of the activity
     */
    public static List<Money> toward(
            String activity, Set<String> sides, List<Contribution> contributions, Names names, LocalDate today) {
        var all = new ArrayList<Money>();
        for (var each : contributions) {
            boolean goes = each.toward().equals("activity")
                    && each.target().equals(activity)
                    && !sides.contains(each.row().counterpart());
            if (goes && keptBack(each, Set.of(activity)).isEmpty()) {
                all.addAll(money(each, COMMITMENT, DISBURSEMENT, names.of(each), today));
            }
        }
        return List.copyOf(all);
    }

    /** One that goes to a fund or to a need is an activity by itself; who publishes receives it. */
    public static AgreedActivity alone(Contribution contribution, Body publisher, Names names, Instant now) {
        var kind = CapacityList.of("contribution-kind");
        var pledgedOn = LocalDate.ofInstant(contribution.said().opening().at(), UTC);
        var today = LocalDate.ofInstant(now, UTC);
        var last = contribution.pledged().stream()
                .map(Amount::on)
                .filter(it -> it.isAfter(pledgedOn))
                .max(Comparator.naturalOrder())
                .orElse(pledgedOn);
        var giver = names.of(contribution);
        return new AgreedActivity(
                publisher.ref() + "-" + contribution.row().reference(),
                publisher,
                new Body("", publisher.type(), publisher.name()),
                new Body("", publisher.type(), publisher.name()),
                WritingIati.ANY_STATE,
                contribution.text("wordsIn"),
                contribution.title(),
                contribution.text("what"),
                Map.of(Objects.requireNonNull(AssistanceKinds.of(kind), kind).article(), 100),
                kind,
                contribution.toward().equals("need") ? contribution.target() : "",
                List.of(pledgedOn, last),
                contribution.received().stream()
                        .map(Amount::on)
                        .filter(it -> !it.isAfter(today))
                        .min(Comparator.naturalOrder())
                        .orElse(null),
                null,
                List.of(new Partner(giver.name(), "1")),
                false,
                contribution.text("tied"),
                money(contribution, INCOMING_COMMITMENT, INCOMING_FUNDS, giver, today),
                now);
    }

    /** Says who gave it, as the directory names it. */
    @FunctionalInterface
    public interface Names {
        Body of(Contribution contribution);
    }

    /** A commitment has the day on which it was said; what has not come yet is in no file. */
    private static List<Money> money(
            Contribution contribution, String commitment, String payment, Body giver, LocalDate today) {
        var said = LocalDate.ofInstant(contribution.pledge().at(), UTC);
        var all = new ArrayList<Money>();
        contribution.pledged().stream()
                .filter(ContributionMoney::something)
                .forEach(it -> all.add(new Money(commitment, it.value(), it.currency(), said, giver)));
        contribution.received().stream()
                .filter(it -> something(it) && !it.on().isAfter(today))
                .forEach(it -> all.add(new Money(payment, it.value(), it.currency(), it.on(), giver)));
        return all;
    }

    private static boolean something(Amount amount) {
        return amount.value().compareTo(BigDecimal.ZERO) > 0;
    }
}
