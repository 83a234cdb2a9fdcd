package org.comity.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.comity.casework.Officers;
import org.comity.directory.Directory;
import org.comity.ui.DeskNotices;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The desk's list holds what its filters, tabs and notices lead to. */
class DeskPagesTest extends Officers {

    private static final String OURS = "XA-2026-77";

    @Autowired
    private ObjectProvider<DeskNotices> notices;

    @Autowired
    private JdbcClient db;

    @Autowired
    private Clock clock;

    @Autowired
    private Directory directory;

    @AfterEach
    void away() {
        db.sql("delete from cooperation.request where reference like '" + OURS + "%'")
                .update();
    }

    /** Who ticks nothing and begins nothing reads of no key for it. */
    @Test
    void keys_are_listed_where_they_lead_somewhere() throws Exception {
        put(OURS + "0003", "interception/1", "XD-1", "Collecting", null);
        assertThat(page("duty-officer", "/desk?view=ALL_OPEN", "en"))
                .contains("<kbd>J</kbd>", "<kbd>X</kbd>", "<kbd>N</kbd>", "<kbd>/</kbd>");
        assertThat(page("custodian", "/desk?view=ALL_OPEN", "en"))
                .contains("<kbd>J</kbd>", "<kbd>/</kbd>")
                .doesNotContain("<kbd>X</kbd>", "<kbd>N</kbd>");
        assertThat(page("duty-officer", "/desk?view=officers&state=no-such-state", "en"))
                .contains("<kbd>N</kbd>")
                .doesNotContain("<kbd>J</kbd>", "<kbd>X</kbd>");
    }

    /** The script shows it while this browser was not allowed to sound; who writes no act is not asked to be woken. */
    @Test
    void the_desk_can_say_that_this_screen_is_silent() throws Exception {
        assertThat(page("duty-officer", "/desk", "en"))
                .containsSubsequence("data-alarm-choice=\"off\" hidden", "This screen is silent.", "data-alarm-on");
        assertThat(page("duty-officer", "/desk", "ar")).contains("هذه الشاشة صامتة");
        assertThat(page("custodian", "/desk", "en")).doesNotContain("data-alarm-choice");
    }

    /** One press, and whoever was quicker keeps it. */
    @Test
    void what_nobody_has_is_taken_in_its_row_and_the_list_stays() throws Exception {
        put(OURS + "0021", "interception/1", "XD-1", "Collecting", null);
        var list = "/requests?view=ALL&order=NEWEST&law=interception&stands=Collecting";
        var owner = "/requests/" + OURS + "0021/owner";
        assertThat(page("duty-officer", list, "en"))
                .containsPattern("(?s)action=\"" + owner + "\".{0,600}data-key=\"O\"[^>]*>Take<");
        assertThat(page("oversight", list, "en")).doesNotContain(owner);

        var take = post(owner).param("was", "").param("owner", "me").param("back", list);
        assertThat(redirected("duty-officer", take)).isEqualTo(list);
        assertThat(page("second-officer", list, "en")).doesNotContain(owner);
        assertThat(requests.find(OURS + "0021").orElseThrow().owner()).isEqualTo("maren");

        var late = post(owner).param("was", "").param("owner", "me").header(HttpHeaders.REFERER, list);
        assertThat(redirected("lawyer", late)).startsWith(list);
        assertThat(requests.find(OURS + "0021").orElseThrow().owner()).isEqualTo("maren");
    }

    @Test
    void those_alone_are_listed_in_which_life_is_at_risk() throws Exception {
        put(OURS + "0022", "interception/1", "XD-1", "Collecting", null);
        put(OURS + "0023", "interception/1", "XD-1", "Collecting", null);
        db.sql("update cooperation.request set emergency = true where reference = :it")
                .param("it", OURS + "0023")
                .update();

        var list = "/requests?view=ALL&order=NEWEST&law=interception&stands=Collecting";
        assertThat(page("duty-officer", list, "en")).contains(OURS + "0022", OURS + "0023");
        assertThat(page("duty-officer", list + "&emergency=yes", "en"))
                .contains(OURS + "0023", "name=\"emergency\" value=\"yes\" checked", "emergency=yes&amp;")
                .doesNotContain(OURS + "0022");
    }

    @Test
    void a_notice_leads_to_the_very_requests_that_it_counts() throws Exception {
        put(OURS + "0001", "interception/1", "XD-1", "Closed", clock.instant().plus(Duration.ofDays(3)));
        put(OURS + "0002", "interception/1", "XD-1", "Collecting", null);

        var address = notices.stream()
                .flatMap(it -> it.notices(official("maren")).stream())
                .filter(it -> it.key().equals("interception.desk.due"))
                .map(DeskNotices.Notice::address)
                .filter(it -> it.contains("Closed"))
                .findFirst()
                .orElseThrow();
        assertThat(page("duty-officer", address, "en"))
                .contains(OURS + "0001", "How it stands", "name=\"stands\" value=\"Closed\"")
                .doesNotContain(OURS + "0002");
    }

    @Test
    void a_part_of_a_name_lists_every_authority_that_it_fits() throws Exception {
        put(OURS + "0003", "preservation/1", "XB-1", "Requested", null);
        put(OURS + "0004", "preservation/1", "XD-1", "Requested", null);
        put(OURS + "0005", "preservation/1", "XC-1", "Requested", null);

        var list = "/requests?view=ALL&order=NEWEST&state=";
        assertThat(page("duty-officer", list + "or", "en"))
                .contains(OURS + "0003", OURS + "0004")
                .doesNotContain(OURS + "0005");
        assertThat(page("duty-officer", list + "Nowhere", "en"))
                .contains("No request fits.", "No State in the directory is called “Nowhere”.")
                .doesNotContain(OURS);
        assertThat(page("duty-officer", "/desk?state=Nowhere", "en")).contains("No State in the directory is called");
    }

    @Test
    void a_tab_keeps_the_filters_and_says_no_number_of_something_else() throws Exception {
        var filtered = page("duty-officer", "/desk?state=XB&channel=MAIL&after=x", "en");
        for (var tab : List.of("WAITING", "ENDS_SOON", "ALL_OPEN", "officers")) {
            assertThat(filtered).contains("href=\"/desk?view=" + tab + "&amp;channel=MAIL&amp;state=XB\"");
        }
        assertThat(filtered).doesNotContainPattern("view=WAITING&amp;channel=MAIL&amp;state=XB\"[^>]*>[^<]*<b");
        assertThat(page("duty-officer", "/desk", "en")).containsPattern("href=\"/desk\\?view=WAITING\"[^>]*>[^<]*<b");
    }

    /** Their node registers it by machine, at any hour: then it is their turn, and nothing of it is due from us. */
    @Test
    void an_emergency_that_we_told_stays_in_sight_until_they_acknowledge_it() throws Exception {
        told(OURS + "0011", "Requested", false);
        told(OURS + "0012", "Received", false);
        told(OURS + "0013", "Requested", true);
        var phone = directory.get("XB-1").phone();

        assertThat(phone).isNotBlank();
        assertThat(page("duty-officer", "/desk", "en"))
                .containsPattern("Belmora has not acknowledged for.{0,300}" + OURS + "0011")
                .contains(phone)
                .doesNotContain(OURS + "0012", OURS + "0013");
        assertThat(page("duty-officer", "/desk/handover", "en"))
                .containsPattern(
                        OURS + "0011.{0,300}They have not acknowledged: call them again.{0,60}" + dialled(phone))
                .doesNotContain(OURS + "0012", OURS + "0013");
        assertThat(page("duty-officer", "/desk", "ar")).containsPattern("لم تقرّ.{0,300}" + OURS + "0011");
    }

    @Test
    void who_may_not_open_a_page_is_led_to_one_of_their_own() throws Exception {
        assertThat(answered(403, "magistrate", get("/desk/rota")))
                .contains("class=\"btn pri\" href=\"/orders\">Orders<")
                .doesNotContain("Go to the desk");
        assertThat(answered(404, "duty-officer", get("/no-such-page"))).contains("href=\"/desk\">Go to the desk<");
    }

    /** However late it is. The filters are as narrow as they are so that no row of another test fills the page before it. */
    @Test
    void a_drill_goes_before_no_other_request() throws Exception {
        put(OURS + "0021", "interception/1", "XD-1", "Collecting", null);
        put(OURS + "0022", "interception/1", "XD-1", "Collecting", null);
        due(OURS + "0021", 4001);
        due(OURS + "0022", 4000);
        db.sql("update cooperation.request set emergency = true, drill = true where reference = :it")
                .param("it", OURS + "0021")
                .update();

        var narrow = "/desk?channel=MAIL&state=XD&law=interception/1&stands=Collecting";
        assertThat(page("duty-officer", narrow, "en"))
                .containsPattern("(?s)" + OURS + "0022.*>Drills .*" + OURS + "0021");
        assertThat(page("duty-officer", narrow, "ar")).contains(">تمارين ");
    }

    /** So long ago that no request of another test stands before it on the page. */
    private void due(String reference, int daysAgo) {
        db.sql("update cooperation.request set due = :due where reference = :it")
                .param("due", clock.instant().minus(Duration.ofDays(daysAgo)).atOffset(ZoneOffset.UTC))
                .param("it", reference)
                .update();
    }

    private static String dialled(String phone) {
        return phone.replaceAll("[^+0-9]", "").replace("+", "\\+");
    }

    private void told(String reference, String state, boolean drill) {
        put(reference, "emergency-data/1", "XB-1", state, null);
        db.sql("update cooperation.request set emergency = true, drill = :drill, turn = 'THEIRS' where reference = :it")
                .param("drill", drill)
                .param("it", reference)
                .update();
    }

    @Test
    void what_waits_for_my_confirmation_stands_first_with_its_mark_state_and_subject() throws Exception {
        var left = sent("XD-1", emergency(), "maren");

        assertThat(page("second-officer", "/desk", "en"))
                .containsSubsequence(
                        "id=\"to-confirm\"",
                        "/confirmations/" + left.act(),
                        "Life at risk",
                        directory.get("XD-1").name("en"),
                        "Preserve stored data",
                        left.reference(),
                        "</section>",
                        "id=\"filters\"");
    }

    @Test
    void the_way_back_from_a_request_leads_to_the_list_it_was_opened_from() throws Exception {
        var request = "/requests/" + sent("XD-1", emergency(), "maren").reference();
        assertThat(from(request, "https://localhost/requests?view=ALL&state=XD"))
                .contains("<a href=\"/requests?view=ALL&amp;state=XD\">Requests</a>");
        assertThat(from(request, "https://localhost/sign-in")).contains("<a href=\"/desk\">Desk</a>");
        assertThat(page("duty-officer", request, "en")).contains("<a href=\"/desk\">Desk</a>");
    }

    private String from(String path, String referer) throws Exception {
        return answered(200, "duty-officer", get(path).header(HttpHeaders.REFERER, referer));
    }

    private void put(String reference, String procedure, String counterpart, String state, @Nullable Instant until) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        db.sql("""
                insert into cooperation.request
                       (thread, reference, author, procedure, counterpart, our_role, subject, state, until, turn, opened_at,
                        changed_at, emergency, confidential, channel)
                values (:thread, :reference, 'XA-1', :procedure, :counterpart, 'requesting', 'mail', :state, :until,
                        case when :state = 'Closed' then 'NOBODY' else 'OURS' end, :now, :now, false, false, 'MAIL')
                """)
                .param("thread", "desk-" + reference)
                .param("reference", reference)
                .param("procedure", procedure)
                .param("counterpart", counterpart)
                .param("state", state)
                .param("until", until == null ? null : until.atOffset(ZoneOffset.UTC))
                .param("now", now)
                .update();
    }
}
