package org.comity.procedure.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import org.comity.assistance.ByLetter;
import org.comity.casework.Correspondence;
import org.comity.casework.Correspondence.Arrived;
import org.comity.casework.Correspondence.Format;
import org.comity.casework.Officers;
import org.comity.identity.Approvals.Proof;
import org.comity.procedure.Draft;
import org.comity.procedure.RequestRow;
import org.comity.vocabulary.Channel;
import org.springframework.beans.factory.annotation.Autowired;

/** Officers who write requests of any procedure on their pages, to a State that has no node and answers by letter. */
public abstract class OfficersByLetter extends Officers {

    @Autowired
    protected Correspondence correspondence;

    @Autowired
    protected ByLetter letters;

    @Autowired
    protected Clock clock;

    /** The first page, with State and instrument chosen; the path of the second. */
    protected String begun(String law, String instrument) throws Exception {
        assertThat(page("duty-officer", "/requests/new/" + law, "en")).doesNotContain(law + ".");
        return redirected(
                "duty-officer",
                post("/requests/new/" + law).param("counterpart", "XD-1").param("instrument", instrument));
    }

    /** One page filled in, what stood there before kept. */
    protected Draft typed(String page, Map<String, String> fields) throws Exception {
        var id = page.split("/")[2];
        var form = post(page).param("version", Long.toString(drafts.get(id).version()));
        drafts.get(id).body().forEach((key, value) -> {
            if (value instanceof String text && !fields.containsKey(key)) form.param(key, text);
        });
        fields.forEach(form::param);
        redirected("duty-officer", form);
        return drafts.get(id);
    }

    protected Draft submit(Draft draft) {
        return drafts.submit(draft.id(), draft.version(), official("maren"));
    }

    /** Looked at and submitted. */
    protected Draft lookedAt(Draft draft) throws Exception {
        assertThat(page("duty-officer", "/drafts/" + draft.id() + "/preview", "ar"))
                .doesNotContain(draft.procedure().split("/")[0] + ".");
        return submit(draft);
    }

    protected Draft approved(Draft submitted, String by) {
        return drafts.approve(submitted.id(), new Proof.Practice(), null, official(by));
    }

    /** The request that an approved draft opened. */
    protected RequestRow opened(Draft approved) {
        return row(Objects.requireNonNull(approved.reference()));
    }

    /** It goes out as a letter in each format. */
    protected void lettered(RequestRow request) {
        for (var format : Format.values()) {
            assertThat(correspondence.letter(request.reference(), null, format, official("maren")))
                    .isNotEmpty();
        }
    }

    /** Everything that the other State may answer has a form, in words. */
    protected void forms(RequestRow request) throws Exception {
        letters.posts(request.reference());
        var expected = correspondence.expected(request.reference(), official("maren"));
        assertThat(expected).isNotEmpty();
        for (var type : expected) {
            assertThat(page("duty-officer", "/requests/" + request.reference() + "/record-act?type=" + type, "ar"))
                    .as(type)
                    .doesNotContain(request.law() + ".", "acts.", "paper.said.");
        }
    }

    /** Written by one officer and approved by another. */
    protected void step(
            RequestRow request, String type, Map<String, Object> body, Map<String, String> facts, String by) {
        approved(submit(written(request, type, body, facts)), by);
    }

    protected Draft written(RequestRow request, String type, Map<String, Object> body, Map<String, String> facts) {
        var maren = official("maren");
        var draft = drafts.start(
                request.procedure(), type, request.ourRole(), request.counterpart(), request.thread(), body, maren);
        return drafts.save(draft.id(), draft.version(), body, facts, maren);
    }

    protected Draft followed(RequestRow request) throws Exception {
        var page = redirected("duty-officer", post("/requests/" + request.reference() + "/follow"));
        return drafts.get(page.split("/")[2]);
    }

    protected RequestRow now(RequestRow request) {
        return row(request.reference());
    }

    protected RequestRow row(String reference) {
        return requests.find(reference).orElseThrow();
    }

    protected Arrived arrived() {
        return new Arrived(Channel.BAG, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC), "MJ/17", "", null);
    }
}
