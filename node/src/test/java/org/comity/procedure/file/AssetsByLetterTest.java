package org.comity.procedure.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.comity.casework.Correspondence.Arrived;
import org.comity.casework.Correspondence.Format;
import org.comity.procedure.Draft;
import org.comity.procedure.RequestRow;
import org.comity.procedure.RequestRow.Turn;
import org.comity.vocabulary.Channel;
import org.junit.jupiter.api.Test;

/** Assets on a node from freezing over confiscation to return; the other State answers by letter. */
class AssetsByLetterTest extends OfficersByLetter {

    private static final Map<String, Object> MONEY =
            Map.of("what", "Sale", "amount", "1200.50", "currency", "EUR", "on", "2025-04-02");

    private static final Map<String, Object> WALLET = Map.of("wallet", "bc1q7", "chain", "Bitcoin", "asset", "BTC");

    @Test
    void a_wallet_is_frozen_the_lifting_heard_it_is_confiscated_and_returned() throws Exception {
        var freezing = frozen();
        var reference = freezing.reference();
        letters.says(
                reference,
                "intend-lift",
                Map.of("reason", "no-evidence", "what", "The wallet", "text", "None came.", "hearBy", in(48)),
                Map.of());
        assertThat(row(reference).turn()).isEqualTo(Turn.OURS);
        assertThat(page("duty-officer", "/requests/" + reference + "/give-reasons", "en"))
                .contains("50(8)", "Keep the measure");
        step(row(reference), "give-reasons", Map.of("stance", "continue", "text", "The trial begins."));
        assertThat(row(reference).state()).isEqualTo("LiftHeard");
        letters.says(reference, "keep", Map.of("text", "It stays."), Map.of());
        assertThat(row(reference).state()).isEqualTo("Frozen");

        var confiscation = confiscated(freezing);

        var begun = followed(row(confiscation.reference()));
        assertThat(begun.procedure()).isEqualTo("disposal/1");
        assertThat(begun.body().get("wallets").toString()).contains("bc1q7", "880001");
        var disposal = sent(typed(
                typed(
                        "/drafts/" + begun.id() + "/whom",
                        Map.of("whom", "victims", "decision", "High Court, 12", "victims", "41 persons"),
                        "plan"),
                Map.of("plan", "By the court, by loss.")));
        printed(disposal, "41 persons");
        forms(disposal);
        var offered =
                Map.<String, Object>of("consider", "Victims first.", "terms", "All of it.", "expenses", List.of(MONEY));
        letters.says(disposal.reference(), "offer-terms", offered, Map.of());
        var offer = threads.everyAct(disposal.thread())
                .filter(it -> it.envelope().type().equals("offer-terms"))
                .findFirst()
                .orElseThrow();
        step(row(disposal.reference()), "accept-terms", Map.of("text", "Agreed."), Map.of("terms", offer.id()));
        assertThat(row(disposal.reference()).state()).isEqualTo("Agreed");
        letters.says(
                disposal.reference(),
                "transfer",
                Map.of("paid", List.of(MONEY), "sentOn", "2017-04-02", "reference", "T-1"),
                Map.of("part", "whole"));
        step(
                row(disposal.reference()),
                "confirm",
                Map.of("arrived", List.of(MONEY), "arrivedOn", "2017-04-03", "text", "All of it."),
                Map.of());
        assertThat(row(disposal.reference()).state()).isEqualTo("Confirmed");
        assertThat(read(disposal, "ar")).contains("1200.50 EUR");
    }

    @Test
    void what_was_told_of_proceeds_becomes_a_request_to_freeze() throws Exception {
        var told = correspondence.recordRequest(
                "spontaneous/1",
                "XD-1",
                Map.of(
                        "instrument", "uncc",
                        "matter", "A wallet of yours",
                        "about", "proceeds",
                        "how", "given",
                        "information", "It was paid to bc1q7.",
                        "limits", "none"),
                new Arrived(Channel.BAG, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC), "MJ/18", "", null),
                official("maren"));
        assertThat(page("duty-officer", "/requests/" + told, "en")).contains("Ask to trace or freeze assets");

        var page =
                redirected("duty-officer", post("/requests/" + told + "/follow").param("to", "freezing"));

        assertThat(drafts.get(page.split("/")[2]).body()).containsEntry("facts", "It was paid to bc1q7.");
        assertThat(page("duty-officer", "/requests/" + told, "en")).contains("Continue the request on assets");
    }

    private RequestRow frozen() throws Exception {
        var first = redirected(
                "duty-officer",
                post("/requests/new/freezing").param("counterpart", "XD-1").param("instrument", "uncc"));
        assertThat(page("duty-officer", first, "ar")).contains("50(3)").doesNotContain("freezing.");
        var assets = typed(
                first,
                Map.of("want", "freeze", "actions", "Freeze the wallet", "urgency", "hours", "why", "It is emptied."),
                "assets");
        assertThat(page("duty-officer", assets, "en")).contains("Wallet", "Bank account", "As of the day");
        var wrong = Map.of("wallets.0.wallet", "bc1q7", "wallets.0.chain", "Bitcoin", "wallets.0.amount", "1,25");
        typed(assets, wrong, "assets");
        assertThat(page("duty-officer", assets + "?check=true", "en")).contains("such as 1200.50");
        var matter = typed(
                assets,
                Map.of(
                        "wallets.0.wallet", "bc1q7",
                        "wallets.0.chain", "Bitcoin",
                        "wallets.0.asset", "BTC",
                        "wallets.0.amount", "1.25",
                        "wallets.0.on", "2025-04-02",
                        "wallets.0.time", "14:05",
                        "wallets.0.block", "880001"),
                "matter");
        var order = typed(
                matter,
                Map.of(
                        "proceeding",
                        "VEL-17",
                        "offence",
                        "Fraud, 214",
                        "facts",
                        "It was paid there.",
                        "purpose",
                        "Confiscation in the end.",
                        "offences",
                        "13"),
                "order");
        var request = sent(typed(order, Map.of("order", "none")));
        printed(request, "Wallet bc1q7 on Bitcoin. 1.25 BTC as of 2 April 2025 14:05 UTC (block 880001)");
        assertThat(letter(request))
                .as("40(12)(d): whoever sends it, it goes to the central authority")
                .contains("The 24/7 Contact Point of", "to the Central Authority of Dorvane")
                .doesNotContain("to the 24/7 Contact Point of Dorvane");
        forms(request);
        letters.says(
                request.reference(),
                "frozen",
                Map.of("how", "frozen", "orderOf", "Court of Hesper, 7", "wallets", List.of(WALLET)),
                Map.of("part", "whole", "until", in(24 * 60)));
        assertThat(row(request.reference()).state()).isEqualTo("Frozen");
        assertThat(row(request.reference()).until()).isNotNull();
        return row(request.reference());
    }

    private RequestRow confiscated(RequestRow freezing) throws Exception {
        var begun = followed(freezing);
        assertThat(begun.procedure()).isEqualTo("confiscation/1");
        assertThat(begun.body()).containsEntry("offence", "Fraud, 214").containsEntry("facts", "It was paid there.");
        var route = "/drafts/" + begun.id() + "/route";
        typed(route, Map.of("route", "foreign"), "assets");
        assertThat(page("duty-officer", route + "?check=true", "en")).contains("Write since when the order is final");
        var matter = typed(
                route,
                Map.of(
                        "route", "foreign",
                        "orderOf", "Court of Aldoria, 3",
                        "copy", "attached",
                        "finalOn", "2017-03-01",
                        "extent", "All",
                        "notified", "By gazette"),
                "matter");
        var request = sent(typed(matter, Map.of("judged", "conviction")));
        printed(request, "By gazette");
        forms(request);
        letters.says(
                request.reference(),
                "decided",
                Map.of("courtName", "High Court", "decidedOn", "2027-03-02", "basis", "foreign", "text", "Granted."),
                Map.of("result", "granted", "final", "final"));
        letters.says(request.reference(), "executed", Map.of("realised", List.of(MONEY), "text", "Sold."), Map.of());
        assertThat(read(request, "en")).contains("Sale: 1200.50 EUR as of 2 April 2025");
        return row(request.reference());
    }

    private String in(int hours) {
        return clock.instant()
                .truncatedTo(ChronoUnit.SECONDS)
                .plus(Duration.ofHours(hours))
                .toString();
    }

    /** The path of another page of the draft, once this one was filled in. */
    private String typed(String page, Map<String, String> fields, String next) throws Exception {
        return "/drafts/" + typed(page, fields).id() + "/" + next;
    }

    /** Looked at, submitted and approved: by a lawyer of the central authority. */
    private RequestRow sent(Draft draft) throws Exception {
        return opened(approved(lookedAt(draft), "okell"));
    }

    /** Its page without the marks that keep numbers in order. */
    private String read(RequestRow request, String language) throws Exception {
        return page("duty-officer", "/requests/" + request.reference(), language)
                .replaceAll("</?bdi[^>]*>", "");
    }

    /** Thread and letter hold what was said. */
    private void printed(RequestRow request, String said) throws Exception {
        assertThat(read(request, "en")).contains(said);
        lettered(request);
    }

    /** Its words, without what sets them. */
    private String letter(RequestRow request) throws IOException {
        var docx = correspondence.letter(request.reference(), null, Format.DOCX, official("maren"));
        try (var zip = new ZipInputStream(new ByteArrayInputStream(docx))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals("word/document.xml")) {
                    return new String(zip.readAllBytes(), StandardCharsets.UTF_8).replaceAll("<[^>]+>", "");
                }
            }
        }
        return "";
    }

    private void step(RequestRow request, String type, Map<String, Object> body) {
        step(request, type, body, Map.of());
    }

    private void step(RequestRow request, String type, Map<String, Object> body, Map<String, String> facts) {
        step(request, type, body, facts, "tolva");
    }
}
