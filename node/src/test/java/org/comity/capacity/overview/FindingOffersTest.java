package org.comity.capacity.overview;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.List;
import java.util.Map;
import org.comity.capacity.OffersOnBoard;
import org.comity.capacity.OffersOnBoard.Offer;
import org.comity.casework.CaseAccess;
import org.comity.procedure.Procedures;
import org.comity.procedure.Requests;
import org.comity.procedure.file.OfficersByLetter;
import org.comity.procedure.form.BodyFields;
import org.comity.thread.Threads;
import org.comity.ui.PagesForTests;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A State reads beside its own needs what is offered, and begins a need from it in one press. */
class FindingOffersTest extends OfficersByLetter {

    @Autowired
    private CapacityProcedures laws;

    @Autowired
    private Procedures procedures;

    @Autowired
    private Requests rows;

    @Autowired
    private Threads kept;

    @Autowired
    private CaseAccess access;

    private final Offer offer = new Offer(
            "XD-1",
            "XD-2027-000009",
            "Two weeks at our laboratory",
            "XB-1",
            new BodyFields(Map.of(
                    "kind",
                    List.of("evid"),
                    "unit",
                    "persons",
                    "capacity",
                    6,
                    "languages",
                    List.of("fr"),
                    "mode",
                    "online")),
            List.of());

    private FindingOffers finding(boolean keeper, Offer... offers) {
        var board = new OffersOnBoard() {
            @Override
            public List<Offer> newest() {
                return List.of(offers);
            }

            @Override
            public java.util.Optional<Offer> find(String reference) {
                return newest().stream()
                        .filter(it -> it.reference().equals(reference))
                        .findFirst();
            }
        };
        return new FindingOffers(board, laws, procedures, rows, kept, drafts, access, () -> keeper);
    }

    @Test
    void what_is_offered_stands_beside_our_needs_and_leads_to_the_board() {
        var view = finding(false, offer).read(official("okell"));
        assertThat(view.lines()).hasSize(1);
        assertThat(view.board()).isEqualTo("/boards/XD-1/offers");
        assertThat(finding(true, offer).read(official("okell")).lines())
                .as("who keeps the list reads it whole")
                .isEmpty();
        for (var language : List.of("en", "ar")) {
            var drawn = new StringOutput();
            TemplateEngine.createPrecompiled(ContentType.Html)
                    .render(
                            "capacity/overview/offered.jte",
                            Map.of(
                                    "page",
                                    PagesForTests.withForms(language, clock.instant(), official("maren")),
                                    "offered",
                                    view),
                            drawn);
            assertThat(drawn.toString())
                    .contains("href=\"/boards/XD-1/offers#s-XD-2027-000009\"", "value=\"XD-2027-000009\"")
                    .doesNotContain("capacity.", "capacity-offer.");
        }
    }

    @Test
    void our_own_offer_is_named_so_and_no_need_is_begun_from_it() {
        var ours = new Offer(offer.host(), offer.subject(), offer.title(), "XA-1", offer.body(), List.of());
        var drawn = new StringOutput();
        TemplateEngine.createPrecompiled(ContentType.Html)
                .render(
                        "capacity/overview/offered.jte",
                        Map.of(
                                "page",
                                PagesForTests.withForms("en", clock.instant(), official("maren")),
                                "offered",
                                finding(false, ours).read(official("okell"))),
                        drawn);
        assertThat(drawn.toString()).contains("Our own offer").doesNotContain("Begin a need like this");
    }

    @Test
    void a_need_is_begun_with_what_both_forms_ask_and_nothing_is_sent() {
        var at = finding(false, offer).begin(offer.reference(), official("maren"));
        assertThat(at).matches("/drafts/[a-z0-9]+/state");
        var draft = drafts.get(at.split("/")[2]);
        assertThat(draft.body())
                .containsEntry("kind", "evid")
                .containsEntry("title", "Two weeks at our laboratory")
                .containsEntry("languages", List.of("fr"))
                .doesNotContainKey("capacity");
        assertThat(draft.counterpart()).isEqualTo("XD-1");
        drafts.discard(draft.id(), official("maren"));
    }

    /** A board's words were written at another node. */
    @Test
    void what_the_form_does_not_offer_is_not_taken_from_the_board() throws Exception {
        var strange = new Offer(
                "XD-1",
                "XD-2027-000010",
                "Help of a strange kind",
                "XB-1",
                new BodyFields(Map.of(
                        "kind",
                        List.of("alchemy"),
                        "unit",
                        "parsecs",
                        "mode",
                        7,
                        "articles",
                        List.of("fifty-four"),
                        "languages",
                        Map.of("fr", List.of("x")))),
                List.of());
        var at = finding(false, strange).begin(strange.reference(), official("maren"));
        var draft = drafts.get(at.split("/")[2]);
        var empty = procedures.ofLaw(laws.needs()).orElseThrow().composition().empty();
        assertThat(draft.body()).containsEntry("title", "Help of a strange kind");
        for (var key : List.of("kind", "unit", "mode", "articles", "languages")) {
            assertThat(draft.body().get(key)).as(key).isEqualTo(empty.get(key));
        }
        drafts.discard(draft.id(), official("maren"));
    }

    @Test
    void an_offer_that_is_gone_is_said_and_begins_nothing() throws Exception {
        assertThat(finding(false).begin("XD-2027-000009", official("maren"))).isEmpty();
        assertThat(redirected(
                        "duty-officer",
                        org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post("/capacity/needs")
                                .param("offer", "XD-2027-000009")))
                .isEqualTo("/capacity");
    }
}
