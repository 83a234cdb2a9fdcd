package org.comity.casework.offices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.comity.casework.DomesticFile;
import org.comity.casework.Officers;
import org.comity.casework.OfficesInside;
import org.comity.identity.secret.ApiTokens;
import org.comity.ledger.Ledger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** A request is passed on to an office inside the State, which sees it and nothing else, and gives it back with a note. */
class OfficesTest extends Officers {

    private static final String SECRET = "Ask the court of the lake district.";

    @Autowired
    private OfficesInside inside;

    @Autowired
    private DomesticFile file;

    @Autowired
    private Ledger ledger;

    @Autowired
    private PassageRows passages;

    @Autowired
    private ApiTokens tokens;

    @Autowired
    private JdbcClient db;

    private final Map<String, String> programs = new HashMap<>();

    @Test
    void the_office_sees_what_is_with_it_until_it_gives_it_back() throws Exception {
        var office = office("norel");
        var reference = preserved(70);
        var other = preserved(70);
        var thread = requests.find(reference).orElseThrow().thread();
        int acts = threads.countActs(thread);
        assertThat(page("duty-officer", "/requests/" + reference, "en")).contains("Inside our State");
        assertThat(code("office-member", "/office/" + reference)).isNotEqualTo(200);

        redirected("duty-officer", passing(reference, office));

        assertThat(page("duty-officer", "/requests?q=" + reference, "en")).contains("With North " + office + " since");
        assertThat(page("duty-officer", "/requests?q=" + reference, "ar"))
                .containsPattern("لدى شمال (<bdi dir=\"ltr\">)?" + office + "(</bdi>)? منذ");
        assertThat(page("office-member", "/office", "en")).contains(reference).doesNotContain(other);
        assertThat(page("office-member", "/office/" + reference, "ar"))
                .contains(SECRET)
                .contains("Forged notices.");
        for (var path : List.of(
                "/office/" + other,
                "/requests/" + reference,
                "/requests/" + reference + "/record",
                "/requests/" + reference + "/offices",
                "/requests/" + reference + "/export",
                "/offices",
                "/offices/offices.json",
                "/evidence",
                "/search?q=" + reference,
                "/api/v1/requests")) {
            assertThat(code("office-member", path)).as(path).isNotEqualTo(200);
        }
        for (var path : List.of("/office", "/office/" + reference)) {
            assertThat(code("duty-officer", path)).as(path).isNotEqualTo(200);
        }
        redirected("office-member", post("/office/" + reference + "/aim").param("ownAim", "2099-03-01"));
        assertThat(page("duty-officer", "/requests/" + reference + "/offices", "en"))
                .contains("the office aims at");

        assertThat(answered(200, "office-member", post("/office/" + reference).param("note", " ")))
                .contains("Say what was done or why not");
        redirected("office-member", post("/office/" + reference).param("note", "The court has kept it."));

        assertThat(code("office-member", "/office/" + reference)).isNotEqualTo(200);
        assertThat(inside.of(List.of(thread))).isEmpty();
        assertThat(page("duty-officer", "/desk", "en")).contains("came back from");
        assertThat(page("duty-officer", "/requests/" + reference + "/offices", "en"))
                .contains("The court has kept it.", "Done by North " + office);
        redirected("duty-officer", post("/requests/" + reference + "/offices/noted"));
        assertThat(passages.of(thread)).noneMatch(Passage::unread);
        assertThat(file.lines(thread))
                .extracting(DomesticFile.Line::text)
                .anyMatch(it -> it.contains(SECRET))
                .anyMatch(it -> it.contains("The court has kept it."));
        assertThat(ledger.lines(thread, null, 40))
                .extracting(Ledger.Line::what)
                .contains("office.passed-on", "office.read", "office.returned", "office.return-read");
        assertThat(threads.countActs(thread)).as("nothing left").isEqualTo(acts);
        var out = new ByteArrayOutputStream();
        threads.export(thread, out);
        assertThat(out.toString(StandardCharsets.ISO_8859_1)).doesNotContain(SECRET, "North " + office);

        passages.forgetting(thread);
        assertThat(passages.of(thread)).isEmpty();
    }

    @Test
    void what_the_office_prints_of_a_confidential_request_is_marked() throws Exception {
        var office = office("norel");
        var reference = preserved(70);
        redirected("duty-officer", passing(reference, office));
        assertThat(page("office-member", "/office/" + reference, "en")).doesNotContain("<p>Confidential</p>");

        db.sql("update cooperation.request set confidential = true where reference = :reference")
                .param("reference", reference)
                .update();
        assertThat(page("office-member", "/office/" + reference, "en")).contains("<p>Confidential</p>");
    }

    @Test
    void programs_of_desk_and_office_pass_on_read_and_give_back_with_a_note() throws Exception {
        var office = office("norel");
        var reference = preserved(70);
        var desk = "/api/v1/requests/" + reference + "/offices";
        var wish = "{\"office\":\"%s\",\"asked\":\"%s\",\"aim\":\"2099-05-01\"}".formatted(office, SECRET);
        assertThat(called(200, "maren", get(desk))).contains("\"office\":\"" + office + "\"", "\"passages\":[]");
        assertThat(called(409, "maren", json(desk, wish.replace(office, "none"))))
                .contains("office.field", "\"field\":\"office\"");
        assertThat(called(201, "maren", json(desk, wish))).contains(SECRET, "\"aim\":\"2099-05-01\"");
        assertThat(status("norel", get(desk))).isIn(403, 404);

        var there = "/api/v1/office/" + reference;
        assertThat(called(200, "norel", get("/api/v1/office"))).contains(reference);
        assertThat(called(200, "norel", get(there))).contains(SECRET, "Forged notices.");
        assertThat(status("maren", get(there))).isIn(403, 404);
        called(409, "norel", json(there + "/return", "{\"how\":\"lost\",\"note\":\"x\"}"));
        called(409, "norel", json(there + "/return", "{\"how\":\"done\",\"note\":\" \"}"));
        called(204, "norel", json(there + "/return", "{\"how\":\"not-ours\",\"note\":\"It is for South.\"}"));

        assertThat(status("norel", get(there))).isIn(403, 404);
        assertThat(called(200, "maren", get(desk)))
                .contains("It is for South.", "\"end\":\"NOT_OURS\"", "\"unread\":true");
        assertThat(called(200, "maren", json(desk + "/return-read", "{}"))).contains("\"unread\":false");
        called(201, "maren", json(desk, wish));
        var passage = passages.of(thread(reference)).stream()
                .filter(it -> it.end() == null)
                .findFirst()
                .orElseThrow();
        assertThat(called(200, "maren", json(desk + "/taking-back", "{\"passage\":%d}".formatted(passage.id()))))
                .contains("TAKEN_BACK");
    }

    @Test
    void what_a_program_sends_again_after_a_lost_answer_is_done_once_and_no_field_of_it_is_dropped() throws Exception {
        var office = office("norel");
        var reference = preserved(70);
        var desk = "/api/v1/requests/" + reference + "/offices";
        var there = "/api/v1/office/" + reference;
        var wish = "{\"office\":\"%s\",\"asked\":\"%s\"}".formatted(office, SECRET);
        assertThat(called(400, "maren", json(desk, wish.replace("asked", "aimm"))))
                .contains("api.field", "aimm");
        assertThat(called(
                        400,
                        "maren",
                        post(desk).contentType(MediaType.APPLICATION_JSON).content(wish)))
                .contains("api.key-missing");

        twice(201, "maren", desk, wish);
        assertThat(called(
                        400,
                        "norel",
                        put(there + "/aim")
                                .contentType(MediaType.APPLICATION_JSON)
                                .content("{\"dai\":null}")))
                .contains("api.field", "dai");
        called(
                204,
                "norel",
                put(there + "/aim").contentType(MediaType.APPLICATION_JSON).content("{\"day\":\"2099-03-01\"}"));
        called(400, "norel", json(there + "/return", "{\"how\":\"done\",\"note\":\"Done.\",\"day\":\"2027-01-01\"}"));
        twice(204, "norel", there + "/return", "{\"how\":\"done\",\"note\":\"Done.\"}");
        twice(200, "maren", desk + "/return-read", "{}");
        called(201, "maren", json(desk, wish));
        var passage = passages.of(thread(reference)).stream()
                .filter(it -> it.end() == null)
                .findFirst()
                .orElseThrow();
        twice(200, "maren", desk + "/taking-back", "{\"passage\":%d}".formatted(passage.id()));
    }

    private void twice(int code, String person, String path, String body) throws Exception {
        var key = UUID.randomUUID().toString();
        var first = called(code, person, json(path, body, key));
        var again = answer(person, json(path, body, key));
        assertThat(again.getStatus()).as(again.getContentAsString()).isEqualTo(code);
        assertThat(again.getContentAsString()).isEqualTo(first);
        assertThat(again.getHeader("Idempotent-Replayed")).isEqualTo("true");
    }

    private String called(int code, String person, MockHttpServletRequestBuilder what) throws Exception {
        var answer = answer(person, what);
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(code);
        return answer.getContentAsString();
    }

    private int status(String person, MockHttpServletRequestBuilder what) throws Exception {
        return answer(person, what).getStatus();
    }

    private MockHttpServletResponse answer(String person, MockHttpServletRequestBuilder what) throws Exception {
        if (!programs.containsKey(person)) {
            programs.put(person, tokens.create(person, "offices").orElseThrow());
        }
        return web.perform(what.header("Authorization", "Bearer " + programs.get(person)))
                .andReturn()
                .getResponse();
    }

    private static MockHttpServletRequestBuilder json(String path, String body) {
        return json(path, body, UUID.randomUUID().toString());
    }

    private static MockHttpServletRequestBuilder json(String path, String body, String key) {
        return post(path)
                .contentType(MediaType.APPLICATION_JSON)
                .header("Idempotency-Key", key)
                .content(body);
    }

    @Test
    void compartments_hold_at_the_office() throws Exception {
        var office = office("norel");
        var closed = preserved(70);
        var path = "/requests/" + closed + "/compartment";
        close(path, "maren", "okell");

        assertThat(answered(200, "duty-officer", passing(closed, office))).contains("nobody of this office is named");
        assertThat(inside.of(List.of(thread(closed)))).isEmpty();

        var later = preserved(70);
        redirected("duty-officer", passing(later, office));
        assertThat(page("office-member", "/office", "en")).contains(later);
        close("/requests/" + later + "/compartment", "maren", "okell");
        assertThat(page("office-member", "/office", "en")).doesNotContain(later);
        assertThat(code("office-member", "/office/" + later)).isNotEqualTo(200);
        assertThat(page("duty-officer", "/offices", "en")).contains(later);

        var named = preserved(70);
        close("/requests/" + named + "/compartment", "maren", "okell", "norel");
        redirected("duty-officer", passing(named, office));
        assertThat(page("office-member", "/office/" + named, "en")).contains(SECRET);
    }

    @Test
    void only_what_came_to_us_is_passed_on_to_an_office_that_may_and_has_somebody() throws Exception {
        var nobody = office();
        var reference = preserved(70);
        assertThat(answered(200, "duty-officer", passing(reference, nobody)))
                .contains("Nobody answers for this office");
        assertThat(answered(200, "duty-officer", passing(reference, "none")))
                .contains("Choose an office from this list");
        var ours = sent("XD-1", ordinary(), "tolva").reference();
        assertThat(answered(409, "duty-officer", passing(ours, nobody))).contains("came to us");

        var office = office("norel");
        redirected("duty-officer", passing(reference, office));
        assertThat(answered(200, "duty-officer", passing(reference, office))).contains("with this office already");
        var passage = passages.of(thread(reference)).getFirst();
        redirected(
                "duty-officer",
                post("/requests/" + reference + "/offices/take-back").param("passage", "" + passage.id()));
        assertThat(code("office-member", "/office/" + reference)).isNotEqualTo(200);

        answered(403, "duty-officer", writing("o" + token(), "norel"));
        answered(200, "lawyer", writing("o" + token(), "maren"));
    }

    @Test
    void a_file_writes_every_office_or_none() throws Exception {
        var id = id();
        var one = "{\"id\":\"" + id + "\",\"names\":{\"en\":\"East\",\"ar\":\"الشرق\"},\"procedures\":[],\"places\":[],"
                + "\"matters\":[],\"closed\":true}";
        var whole = "{\"format\":\"offices/1\",\"checked\":\"2026-11-20\",\"offices\":[" + one + "]}";

        answered(409, "lawyer", loading(whole.replace("]}", ",{}]}")));
        assertThat(page("lawyer", "/offices/offices.json", "en")).doesNotContain(id);
        redirected("lawyer", loading(whole));
        assertThat(page("lawyer", "/offices/offices.json", "en")).contains(id);

        var edit = "/offices/" + id + "/edit";
        assertThat(page("lawyer", edit, "ar")).contains("الشرق");
        assertThat(code("duty-officer", edit)).isNotEqualTo(200);
        redirected(
                "lawyer",
                post(edit)
                        .param("seen", seenOn(page("lawyer", edit, "en")))
                        .param("nameEn", "East Coast")
                        .param("nameAr", "الساحل الشرقي")
                        .param("procedures", "preservation")
                        .param("members", "norel"));
        assertThat(page("duty-officer", "/offices", "en")).contains("East Coast", "one person answers for it");
        answered(
                404,
                "lawyer",
                post("/offices/" + id() + "/edit").param("nameEn", "X").param("nameAr", "X"));
    }

    @Test
    void who_was_just_taken_out_of_an_office_does_not_come_back_by_a_page_of_before() throws Exception {
        var office = office("norel");
        var reference = preserved(70);
        redirected("duty-officer", passing(reference, office));
        var edit = "/offices/" + office + "/edit";
        var before = seenOn(page("lawyer", edit, "en"));
        redirected("lawyer", changing(office, before, "North"));
        assertThat(code("office-member", "/office/" + reference)).isNotEqualTo(200);

        var again = answered(200, "lawyer", changing(office, before, "North of the lake", "norel"));

        assertThat(again)
                .contains("Somebody else changed this", "As it stands now", ">North</dd>")
                .contains("value=\"North of the lake\"");
        assertThat(code("office-member", "/office/" + reference)).isNotEqualTo(200);
        assertThat(page("lawyer", edit, "en")).contains("value=\"North\"");
        redirected("lawyer", changing(office, seenOn(again), "North of the lake", "norel"));
        assertThat(page("office-member", "/office/" + reference, "en")).contains(SECRET);
    }

    private static MockHttpServletRequestBuilder changing(String id, String seen, String name, String... members) {
        return post("/offices/" + id + "/edit")
                .param("seen", seen)
                .param("nameEn", name)
                .param("nameAr", "شمال")
                .param("procedures", "preservation")
                .param("members", members);
    }

    private static MockHttpServletRequestBuilder passing(String reference, String office) {
        return post("/requests/" + reference + "/offices")
                .param("office", office)
                .param("asked", SECRET);
    }

    private static org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder<?> loading(
            String json) {
        return multipart("/offices/load")
                .file(new MockMultipartFile(
                        "file", "offices.json", "application/json", json.getBytes(StandardCharsets.UTF_8)));
    }

    /** One that may keep data, and for which these answer. */
    private String office(String... members) throws Exception {
        var id = id();
        redirected("lawyer", writing(id, members));
        return id;
    }

    private static MockHttpServletRequestBuilder writing(String id, String... members) {
        return post("/offices/new")
                .param("id", id)
                .param("nameEn", "North " + id)
                .param("nameAr", "شمال " + id)
                .param("procedures", "preservation")
                .param("members", members);
    }

    private static String id() {
        return "o" + UUID.randomUUID().toString().substring(0, 8);
    }

    private String thread(String reference) {
        return requests.find(reference).orElseThrow().thread();
    }

    private void close(String path, String... named) throws Exception {
        redirected("duty-officer", post(path).param("named", named).param("why", "A colleague may be a suspect."));
        var hash = page("lawyer", path, "en").replaceAll("(?s).*name=\"hash\" value=\"([0-9a-f]{64})\".*", "$1");
        redirected(
                "lawyer",
                post(path + "/confirm")
                        .param("hash", hash)
                        .param("method", "practice")
                        .param("once", token()));
    }
}
