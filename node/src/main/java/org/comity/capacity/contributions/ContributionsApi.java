package org.comity.capacity.contributions;

import java.util.List;
import org.comity.capacity.MoneyOfCurrency;
import org.comity.capacity.UnreadableQuestion;
import org.comity.casework.CaseAccess;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Contributions for programs of this node, with the figures of the page; nobody is compared with anybody. */
@RestController
@RequestMapping("/api/v1/contributions")
class ContributionsApi {

    private final ReadingContributions reading;
    private final CaseAccess access;

    ContributionsApi(ReadingContributions reading, CaseAccess access) {
        this.reading = reading;
        this.access = access;
    }

    @GetMapping
    ContributionList list(
            @RequestParam(required = false) @Nullable String role,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit,
            Official by) {
        access.mustRead(by);
        var page = reading.page(UnreadableQuestion.role(role), by.id(), after, limit);
        return new ContributionList(
                page.threads().stream()
                        .map(Contribution::new)
                        .map(ContributionJson::of)
                        .toList(),
                page.cursor());
    }

    record ContributionList(
            List<ContributionJson> contributions, @Nullable String cursor) {}

    /** @param target the fund, the reference of the need or the name of the activity */
    record ContributionJson(
            String reference,
            String author,
            String address,
            String counterpart,
            String ourRole,
            String state,
            String title,
            String toward,
            String target,
            boolean inMoney,
            List<MoneyJson> money) {

        static ContributionJson of(Contribution it) {
            return new ContributionJson(
                    it.row().reference(),
                    it.row().author(),
                    it.row().address(),
                    it.row().counterpart(),
                    it.row().ourRole().word(),
                    it.row().state(),
                    it.title(),
                    it.toward(),
                    it.target(),
                    it.inMoney(),
                    it.money().entrySet().stream()
                            .map(each -> MoneyJson.of(each.getKey(), each.getValue()))
                            .toList());
        }
    }

    /**
     * Sums of one currency, as text, since a number of JSON may lose digits.
     *
     * @param differs paid, as who gives says, is not what came, as who receives says
     */
    record MoneyJson(
            String currency, String pledged, String paid, String received, String outstanding, boolean differs) {

        static MoneyJson of(String currency, MoneyOfCurrency it) {
            return new MoneyJson(
                    currency, it.sum("pledged"), it.sum("paid"), it.sum("received"), it.outstanding(), it.differs());
        }
    }
}
