package org.comity.capacity.activities;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.capacity.AgreedMatches;
import org.comity.capacity.AgreedMatches.HelpMatch;
import org.comity.capacity.AssistanceKinds;
import org.comity.capacity.MoneyOfCurrency;
import org.comity.capacity.MoneyOfCurrency.Amount;
import org.comity.capacity.contributions.Contribution;
import org.comity.capacity.contributions.ContributionMoney;
import org.comity.capacity.iati.AgreedActivity;
import org.comity.capacity.iati.AgreedActivity.Body;
import org.comity.capacity.iati.AgreedActivity.Money;
import org.comity.capacity.iati.AgreedActivity.Partner;
import org.comity.capacity.iati.IatiActivity;
import org.comity.capacity.iati.IatiFault;
import org.comity.capacity.iati.IatiFile;
import org.comity.capacity.iati.UnwritableXml;
import org.comity.capacity.iati.WritingIati;
import org.comity.directory.Directory;
import org.comity.directory.Participant;
import org.comity.procedure.form.ActContent;
import org.comity.vocabulary.StateParty;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Writes as IATI what both sides let everybody see; what is left out is named with its reason, never left out in silence. */
@Component
class PublishedActivities {

    private static final Map<String, String> ROLES =
            Map.of("funding", "1", "accountable", "2", "extending", "3", "implementing", "4");
    private static final String NAME = "[A-Za-z0-9][A-Za-z0-9-]{0,99}";
    private static final String REFERENCE = "[A-Za-z0-9][A-Za-z0-9_.-]{2,60}";

    private final Directory directory;
    private final AgreedMatches matches;
    private final Clock clock;
    private final String publisher;
    private final String publisherType;

    PublishedActivities(
            Directory directory,
            AgreedMatches matches,
            Clock clock,
            @Value("${node.capacity.iati.publisher:}") String publisher,
            @Value("${node.capacity.iati.type:40}") String publisherType) {
        this.directory = directory;
        this.matches = matches;
        this.clock = clock;
        this.publisher = publisher;
        this.publisherType = publisherType;
    }

    /** @param why {@code name}, {@code side}, {@code state}, {@code audience}, {@code match}, {@code rights}, {@code invalid} */
    record LeftOut(SharedActivity activity, String why, List<IatiFault> faults) {}

    /** @param why as {@link ContributionMoney#keptBack} says, or {@code invalid} */
    record LeftContribution(Contribution contribution, String why) {}

    record Published(List<IatiActivity> held, List<LeftOut> left, List<LeftContribution> contributions) {

        byte[] file(Instant generated) {
            return IatiFile.write(held, generated);
        }
    }

    /** Who publishes has an identifier: without one no file can be written. */
    boolean possible() {
        return publisher.matches(REFERENCE);
    }

    Published of(List<SharedActivity> activities) {
        return of(activities, List.of());
    }

    Published of(List<SharedActivity> activities, List<Contribution> contributions) {
        var agreed = matches.agreed(activities.stream()
                .flatMap(it -> it.sides().stream().map(ActivitySide::match))
                .distinct()
                .toList());
        List<IatiActivity> held = new ArrayList<>();
        List<LeftOut> left = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (var activity : activities) {
            var why = keptBack(activity, agreed);
            if (why.isPresent()) {
                left.add(new LeftOut(activity, why.get(), List.of()));
                continue;
            }
            var faults = hold(held, () -> written(activity, contributions));
            if (faults.isEmpty()) names.add(activity.name());
            else left.add(new LeftOut(activity, "invalid", faults.get()));
        }
        return new Published(held, left, alone(held, contributions, names));
    }

    /** Contributions that go to no activity stand by themselves; what is left out is told. */
    private List<LeftContribution> alone(
            List<IatiActivity> held, List<Contribution> contributions, Set<String> activities) {
        List<LeftContribution> left = new ArrayList<>();
        var self = new Body(publisher, publisherType, directory.self().name("en"));
        for (var each : contributions) {
            var why = ContributionMoney.keptBack(each, activities);
            if (why.isEmpty() && !each.toward().equals("activity")) {
                why = hold(held, () -> WritingIati.of(ContributionMoney.alone(each, self, this::giver, now())))
                        .map(_ -> "invalid");
            }
            why.ifPresent(it -> left.add(new LeftContribution(each, it)));
        }
        return left;
    }

    /** Checked by the same reader as files of others before it stands in the file. @return what is wrong, if anything is */
    private Optional<List<IatiFault>> hold(List<IatiActivity> held, Supplier<IatiActivity> writing) {
        try {
            var read = IatiFile.read(IatiFile.write(List.of(writing.get()), clock.instant()), today());
            held.addAll(read.held());
            var faults = Stream.concat(
                            read.refused().stream(), read.quarantine().stream().flatMap(it -> it.faults().stream()))
                    .toList();
            return read.held().isEmpty() ? Optional.of(faults) : Optional.empty();
        } catch (UnwritableXml e) {
            return Optional.of(List.of());
        }
    }

    /** The first reason, or nothing. */
    private Optional<String> keptBack(SharedActivity activity, Set<HelpMatch> agreed) {
        var recipient = activity.side(ActivitySide.RECIPIENT);
        if (!activity.name().matches(NAME)) return Optional.of("name");
        if (recipient.isEmpty() || activity.side(ActivitySide.PROVIDER).isEmpty()) return Optional.of("side");
        if (!activity.sides().stream().allMatch(ActivitySide::underWay)) return Optional.of("state");
        if (!activity.sides().stream()
                .allMatch(it -> ActivitySide.EVERYBODY.equals(it.opening().text("audience")))) {
            return Optional.of("audience");
        }
        if (!agreed.contains(recipient.get().match())) return Optional.of("match");
        if (!whole(activity)) return Optional.of("invalid");
        return rights(recipient.get()) ? Optional.empty() : Optional.of("rights");
    }

    /** Nobody but its own node has looked at what a side sent: without a day or with a word of its own nothing can be written. */
    private static boolean whole(SharedActivity activity) {
        var recipient = activity.side(ActivitySide.RECIPIENT).orElseThrow();
        var tied = activity.side(ActivitySide.PROVIDER).orElseThrow().opening().text("tied");
        return Stream.of("begins", "ends").anyMatch(it -> recipient.planned(it).isPresent())
                && (tied.isEmpty() || WritingIati.TIED.containsKey(tied));
    }

    /** What can extract or intercept data has a law and somebody who oversees it. */
    private static boolean rights(ActivitySide recipient) {
        var kind = AssistanceKinds.of(recipient.opening().text("kind"));
        return kind != null
                && (!kind.intrusive()
                        || !recipient.opening().text("legalBasis").isEmpty()
                                && !recipient.opening().text("oversight").isEmpty());
    }

    private IatiActivity written(SharedActivity activity, List<Contribution> contributions) {
        var recipient = activity.side(ActivitySide.RECIPIENT).orElseThrow();
        var provider = activity.side(ActivitySide.PROVIDER).orElseThrow();
        var said = recipient.opening();
        return WritingIati.of(new AgreedActivity(
                publisher + "-" + activity.name(),
                new Body(publisher, publisherType, directory.self().name("en")),
                body(provider),
                body(recipient),
                StateParty.codeOf(recipient.row().counterpart()),
                said.text("wordsIn"),
                said.text("title"),
                said.text("what"),
                shares(said),
                said.text("kind"),
                said.text("need"),
                Stream.of("begins", "ends")
                        .flatMap(it -> recipient.planned(it).stream())
                        .toList(),
                activity.began().filter(it -> !it.isAfter(today())).orElse(null),
                recipient.over().filter(it -> !it.isAfter(today())).orElse(null),
                partners(activity),
                Boolean.TRUE.equals(provider.opening().body().get("south")),
                provider.opening().text("tied").isEmpty()
                        ? "untied"
                        : provider.opening().text("tied"),
                money(activity, provider, contributions),
                now()));
    }

    private Body giver(Contribution contribution) {
        return body(
                contribution.row().counterpart(), contribution.said().opening().text("authority"));
    }

    private Body body(ActivitySide side) {
        return body(side.row().counterpart(), side.opening().text("authority"));
    }

    private Body body(String id, String authority) {
        var participant = directory.find(id);
        var name = participant.map(it -> it.name("en")).orElse(id);
        return new Body(
                "",
                participant.map(PublishedActivities::type).orElse("10"),
                authority.isEmpty() ? name : name + ", " + authority);
    }

    /** As IATI sorts organisations; of a stakeholder nothing more is known than that it is one. */
    private static String type(Participant participant) {
        return switch (participant.kind()) {
            case SECRETARIAT, ORGANISATION -> "40";
            case PROVIDER -> "70";
            case STAKEHOLDER -> "90";
            default -> "10";
        };
    }

    /** Of the articles that it names, each the same share; the first takes what is left of a hundred. */
    private static Map<String, Integer> shares(ActContent said) {
        var articles = said.words("articles");
        var shares = new LinkedHashMap<String, Integer>();
        for (var article : articles) shares.put(article, 100 / articles.size());
        if (!articles.isEmpty()) shares.merge(articles.getFirst(), 100 % articles.size(), Integer::sum);
        return shares;
    }

    private static List<Partner> partners(SharedActivity activity) {
        return activity.sides().stream()
                .flatMap(it -> it.opening().rows("partners").stream())
                .map(it -> new Partner(
                        String.valueOf(it.get("name")),
                        Objects.requireNonNullElse(ROLES.get(String.valueOf(it.get("role"))), "4")))
                .distinct()
                .toList();
    }

    /**
     * What the provider agreed to and pledged, with the day on which it said so, and what it paid up to today; the recipient's
     * receipts are the same money.
     */
    private List<Money> money(SharedActivity activity, ActivitySide provider, List<Contribution> contributions) {
        List<Money> all = new ArrayList<>();
        committed(all, provider.opening(), "funds");
        for (var act : provider.acts()) {
            if (act.type().equals("pledge")) committed(all, act, "amounts");
            if (act.type().equals("pay") && act.text("direction").equals("paid")) paid(all, act.rows("amounts"));
        }
        var sides = activity.sides().stream().map(it -> it.row().counterpart()).collect(Collectors.toSet());
        all.addAll(ContributionMoney.toward(activity.name(), sides, contributions, this::giver, today()));
        return all;
    }

    /** For whatever day it was promised: it counts from the day on which it was said. */
    private static void committed(List<Money> all, ActContent act, String rows) {
        var said = LocalDate.ofInstant(act.at(), ZoneOffset.UTC);
        for (var amount : amounts(act.rows(rows))) {
            all.add(new Money("2", amount.value(), amount.currency(), said, null));
        }
    }

    private void paid(List<Money> all, List<Map<String, Object>> rows) {
        for (var amount : amounts(rows)) {
            if (amount.on().isAfter(today())) continue;
            all.add(new Money("3", amount.value(), amount.currency(), amount.on(), null));
        }
    }

    private static List<Amount> amounts(List<Map<String, Object>> rows) {
        return rows.stream()
                .flatMap(it -> Optional.ofNullable(MoneyOfCurrency.amount(it)).stream())
                .filter(it -> it.value().compareTo(BigDecimal.ZERO) > 0)
                .toList();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
