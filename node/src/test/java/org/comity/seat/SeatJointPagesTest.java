package org.comity.seat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.comity.database.CountedStatements;
import org.comity.identity.SoftPasskey;
import org.comity.thread.JointThreadExport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** An authority without a node in a thread of three and more, by the passkeys of its persons. */
class SeatJointPagesTest extends JointFromASeat {

    @Autowired
    private JointThreadExport joints;

    @Autowired
    private JdbcClient db;

    /** R102, R153: asked in at its host, it joins by passkeys, is heard with the others, and the export says so. */
    @Test
    void an_authority_without_a_node_joins_a_joint_thread_and_speaks_in_it() throws Exception {
        confirmed();
        var first = cookie;
        var firstKey = passkey;
        passkey = new SoftPasskey();
        confirmed();
        var thread = jointThread();
        assertThat(seen("/seat/joint/" + thread).getStatus()).as("of others").isEqualTo(404);
        assertThat(page("duty-officer", "/joint/" + thread + "/invite", "en"))
                .contains("it speaks from a seat on ours");
        sentInJoint(post("/joint/" + thread + "/invite")
                .param("party", "XD-1")
                .param("as", "member")
                .param("shown", "all"));
        assertThat(joint.find(thread)
                        .orElseThrow()
                        .state()
                        .invited()
                        .get("XD-1")
                        .at())
                .isEqualTo("XA-1");

        assertThat(page("duty-officer", "/joint/" + thread, "en"))
                .as("whose word it is")
                .contains("speaks through Aldoria");

        assertThat(seen("/seat").getContentAsString()).contains("/seat/joint/" + thread, "One botnet in three States");
        assertThat(seen("/seat/joint/" + thread).getContentAsString())
                .contains("/seat/joint/" + thread + "/join", "The same servers.")
                .doesNotContain("/leave");
        assertThat(seen("/seat/joint/" + thread + "/leave").getStatus()).isEqualTo(409);
        var join = said(post("/seat/joint/" + thread + "/join")).getRedirectedUrl();
        assertThat(seen(join).getContentAsString())
                .contains("it is not sent before officers of Dorvane", "0 of 2 officers")
                .doesNotContain("approved with the passkey");
        assertThat(approved(join).getRedirectedUrl()).isEqualTo("/seat/joint/" + thread);
        assertThat(joint.find(thread).orElseThrow().state().parties()).doesNotContainKey("XD-1");
        cookie = first;
        passkey = firstKey;
        assertThat(seen("/seat/joint/" + thread).getContentAsString()).contains(join);
        approved(join);

        assertThat(joint.find(thread)
                        .orElseThrow()
                        .state()
                        .parties()
                        .get("XD-1")
                        .at())
                .isEqualTo("XA-1");
        assertThat(page("duty-officer", "/joint/" + thread, "en"))
                .containsPattern(
                        "recorded by Aldoria for Dorvane, approved with the passkeys of <bdi[^>]*>XD-1/s-[^<]+</bdi>, <bdi[^>]*>XD-1/s-");
        assertThat(page("duty-officer", "/joint/" + thread, "en"))
                .as("by the clock of who says it")
                .contains("<span>" + directory.get("XD-1").capital("en") + " ");
        namedOfAnOlderActToo(thread, act(join));
        var opening = "/seat/joint/" + thread + "/acts/"
                + joint.opening(thread).orElseThrow().envelope().id() + "/act.pdf";
        assertThat(seen("/seat/joint/" + thread).getContentAsString()).contains(opening);
        assertThat(seen(opening).getContentAsByteArray()).startsWith('%', 'P', 'D', 'F');
        assertThat(seen("/seat/joint/" + thread + "/leave").getContentAsString())
                .contains("We see nothing that is said afterwards.");
        var meeting = "/joint/" + thread + "/acts/"
                + joint.opening(thread).orElseThrow().envelope().id() + "/letter.pdf?to=";
        assertThat(page("duty-officer", "/joint/" + thread, "en")).contains(meeting + "XD-1", "Letter to Dorvane");
        var letter = web.perform(get(URI.create(meeting + "XD-1")).cookie(seat("duty-officer")))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        try (var document = Loader.loadPDF(letter)) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("Dorvane", "Parties", "Aldoria", "The same servers.");
        }
        assertThat(code("duty-officer", meeting + "XB-1")).as("it has a node").isEqualTo(404);
        assertThat(exported(thread))
                .contains("2 of its passkeys approved it", "[seat-signature]", "had not been ended. [seat-ended]")
                .doesNotContain("FAILED");
        assertThat(seen("/seat/joint/" + thread).getContentAsString())
                .contains("/seat/joint/" + thread + "/thread.zip");
        assertThat(seen("/seat/records?files=joint~" + before(thread)).getContentAsString())
                .contains("/seat/joint/" + thread + "/thread.zip", "/seat/records/seat.zip");
        assertThat(taken("/seat/joint/" + thread + "/thread.zip"))
                .contains("2 of its passkeys approved it", "[seat-signature]", "had not been ended. [seat-ended]")
                .doesNotContain("FAILED", "[body-withheld]");
        assertThat(taken("/seat/records/seat.zip")).doesNotContain("FAILED");
    }

    /** Of one that was kept before they were written down beside it: its own page reads it without writing anything. */
    private void namedOfAnOlderActToo(String thread, String act) throws Exception {
        db.sql("delete from thread.seat_approval where act = :act")
                .param("act", act)
                .update();
        assertThat(seen("/seat/joint/" + thread).getContentAsString())
                .containsPattern("approved with the passkeys of (<bdi[^>]*>)?XD-1/s-");
        assertThat(page("duty-officer", "/joint/" + thread, "en"))
                .containsPattern("approved with the passkeys of (<bdi[^>]*>)?XD-1/s-");
        assertThat(db.sql("select count(*) from thread.seat_approval where act = :act")
                        .param("act", act)
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    /** Years of threads that it left do not stand before those in which something is expected of it. */
    @Test
    void a_joint_thread_that_it_left_is_listed_on_a_page_of_its_own() throws Exception {
        twoSit();
        var thread = jointThread();
        asks(thread);
        var line = "<a href=\"/seat/joint/" + thread + "\"";
        assertThat(seen("/seat").getContentAsString()).contains(line);
        bothSay(post("/seat/joint/" + thread + "/decline"));

        assertThat(seen("/seat").getContentAsString()).doesNotContain(line).contains("<a href=\"/seat/joint\"");
        assertThat(seen("/seat/joint?after=" + before(thread)).getContentAsString())
                .contains(line);
    }

    /** What opened each is asked for in one look, and what was left is not read. */
    @Test
    void home_asks_as_much_of_three_joint_threads_as_of_one() throws Exception {
        twoSit();
        asks(jointThread());
        home();
        int one = CountedStatements.of("thread", this::home);
        for (int i = 0; i < 2; i++) asks(jointThread());

        assertThat(CountedStatements.of("thread", this::home)).isPositive().isEqualTo(one);
    }

    private void home() {
        try {
            assertThat(seen("/seat").getContentAsString()).contains("/seat/joint/");
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** Who is shown the thread from its own joining on reads nothing of before at its host either. */
    @Test
    void who_is_shown_a_joint_thread_from_here_on_reads_nothing_of_before() throws Exception {
        confirmed();
        var thread = jointThread();
        sentInJoint(post("/joint/" + thread + "/invite")
                .param("party", "XD-1")
                .param("as", "member")
                .param("shown", "from-here"));
        sentInJoint(post("/joint/" + thread + "/meet")
                .param("what", "new")
                .param("topic", "Among the others")
                .param("when.date", inDays(150))
                .param("when.time", "10:00")
                .param("when.zone", "Z"));

        assertThat(page("duty-officer", "/joint/" + thread, "en")).contains("Among the others");
        assertThat(seen("/seat/joint/" + thread).getContentAsString())
                .contains("The same servers.")
                .doesNotContain("Among the others");
        assertThat(seen("/seat/joint/" + thread + "/thread.zip").getStatus())
                .as("asked and not in")
                .isEqualTo(404);
        var persons = new SoftPasskey[] {passkey, new SoftPasskey()};
        var cookies = new Cookie[] {cookie, cookie};
        passkey = persons[1];
        confirmed();
        cookies[1] = cookie;
        bothSay(persons, cookies, post("/seat/joint/" + thread + "/join"));
        assertThat(taken("/seat/joint/" + thread + "/thread.zip"))
                .contains("[body-withheld]")
                .doesNotContain("FAILED");
    }

    /** Who holds what, and to whom it goes, is chosen among the parties; a list of several columns is asked at a seat, too. */
    @Test
    void evidence_is_offered_from_a_seat_and_released_to_it_by_item_and_party() throws Exception {
        confirmed();
        var persons = new SoftPasskey[] {passkey, new SoftPasskey()};
        var cookies = new Cookie[] {cookie, cookie};
        passkey = persons[1];
        confirmed();
        cookies[1] = cookie;
        var thread = jointThread();
        sentInJoint(post("/joint/" + thread + "/invite")
                .param("party", "XD-1")
                .param("as", "member")
                .param("shown", "all"));
        bothSay(persons, cookies, post("/seat/joint/" + thread + "/join"));
        sentInJoint(text(thread));
        var draft = (String) joint.find(thread).orElseThrow().state().table().get("draft");
        sentInJoint(post("/joint/" + thread + "/approve").param("draft", draft));
        bothSay(persons, cookies, post("/seat/joint/" + thread + "/approve").param("draft", draft));
        assertThat(joint.find(thread).orElseThrow().state().table()).containsEntry("name", "Running");

        var form = seen("/seat/joint/" + thread + "/offer-evidence");
        assertThat(form.getStatus()).isEqualTo(200);
        assertThat(form.getContentAsString()).contains("Item 1 · What it is", "name=\"items.0.hash\"");
        bothSay(
                persons,
                cookies,
                multipart("/seat/joint/" + thread + "/offer-evidence")
                        .file(new MockMultipartFile("files", "order.pdf", "application/pdf", LETTER))
                        .param("items.0.item", "Image 1")
                        .param("items.0.what", "Disk of a server"));
        enclosedIsReadByOfficers(thread);
        assertThat(seen("/seat/joint/" + thread + "/ask-evidence").getContentAsString())
                .contains("value=\"XA-1\"")
                .doesNotContain("value=\"XD-1\"");

        var release = post("/joint/" + thread + "/release-evidence")
                .param("released.0.item", "Logs 1")
                .param("released.0.use", "Trial")
                .param("released.0.way", "By bag");
        assertThat(page("duty-officer", "/joint/" + thread + "/release-evidence", "en"))
                .contains("<option value=\"XD-1\"", "<option value=\"Image 1\"></option>");
        assertThat(answered(200, "duty-officer", release.param("released.0.party", "Dorvania")))
                .contains("Choose one of the parties.", "By bag");
        sentInJoint(post("/joint/" + thread + "/release-evidence")
                .param("released.0.item", "Logs 1")
                .param("released.0.party", "XD-1")
                .param("released.0.use", "Trial")
                .param("released.0.way", "By bag"));
        assertThat(page("duty-officer", "/joint/" + thread, "en"))
                .contains("To which State: Dorvane", "Released for: Trial")
                .doesNotContain("To which State: XD-1");
    }

    /** What a person at a seat encloses and signs, the officers of the host see and can open. */
    private void enclosedIsReadByOfficers(String thread) throws Exception {
        var page = page("duty-officer", "/joint/" + thread, "en");
        var link = "/joint/" + thread + "/acts/" + found("/joint/" + thread + "/acts/([0-9a-f]{64})/files/order", page)
                + "/files/order.pdf";
        assertThat(page).contains("Attached");
        assertThat(web.perform(get(URI.create(link)).cookie(seat("duty-officer")))
                        .andReturn()
                        .getResponse()
                        .getContentAsByteArray())
                .isEqualTo(LETTER);
        assertThat(code("duty-officer", link.replace("order.pdf", "other.pdf"))).isEqualTo(404);
        assertThat(code("duty-officer", link.replace(thread, jointThread()))).isEqualTo(404);
    }

    private MockHttpServletRequestBuilder text(String thread) {
        var post = post("/joint/" + thread + "/draft")
                .param("until.date", inDays(200))
                .param("until.time", "12:00")
                .param("until.zone", "Z");
        for (var key : List.of("purpose", "members", "leaders", "place", "law", "evidence", "costs", "liability")) {
            post.param(key, "As the model says.");
        }
        return post;
    }

    @Test
    void a_joint_drill_is_one_at_a_seat_too() throws Exception {
        confirmed();
        var thread = jointThread();
        sentInJoint(post("/joint/" + thread + "/invite")
                .param("party", "XD-1")
                .param("as", "member")
                .param("shown", "all"));
        assertThat(seen("/seat/joint/" + thread).getContentAsString()).doesNotContain(">Drill</span>");
        db.sql("update thread.joint set drill = true where id = :id")
                .param("id", thread)
                .update();

        assertThat(seen("/seat").getContentAsString()).contains(">Drill</span>");
        assertThat(seen("/seat/joint/" + thread).getContentAsString()).contains(">Drill</span>");
    }

    private String exported(String thread) throws Exception {
        try (var out = Files.newOutputStream(folder.resolve("thread.zip"))) {
            joints.export(thread, out);
        }
        return verified();
    }
}
