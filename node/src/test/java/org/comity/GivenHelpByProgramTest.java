package org.comity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.jayway.jsonpath.JsonPath;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.comity.capacity.GivenHelp;
import org.comity.identity.secret.ApiTokens;
import org.comity.procedure.file.OfficersByLetter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Programs read contributions, equipment and experts: the figures and the rights of the pages, and as described. */
class GivenHelpByProgramTest extends OfficersByLetter {

    private static final List<String> LISTS = List.of("/contributions", "/equipment", "/experts?kind=evid");
    private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();
    private static Described described;

    @Autowired
    private ApiTokens tokens;

    @Autowired
    private JdbcClient db;

    @AfterEach
    void nobody() {
        db.sql("delete from capacity.expert").update();
    }

    @Test
    void the_sums_of_a_contribution_are_those_of_the_page() throws Exception {
        var given = contribution();
        step(row(given), "accept", Map.of("audience", "everybody"), Map.of(), "okell");
        letters.says(given, "pay", Map.of("amounts", amount("400.00", "2027-03-02")), Map.of());
        step(row(given), "receipt", Map.of("amounts", amount("390.00", "2027-03-04")), Map.of(), "okell");

        var json = one(read("okell", "/contributions?role=requested", 200), "contributions", given);
        assertThat(json)
                .containsEntry("title", "Travel of small delegations")
                .containsEntry("toward", "fund")
                .containsEntry("target", "Travel fund")
                .containsEntry("ourRole", "requested")
                .containsEntry("counterpart", "XD-1");
        Map<String, Object> money = JsonPath.read(json, "$.money[0]");
        assertThat(money)
                .containsEntry("currency", "EUR")
                .containsEntry("pledged", "1000.00")
                .containsEntry("paid", "400.00")
                .containsEntry("received", "390.00")
                .containsEntry("outstanding", "610.00")
                .containsEntry("differs", true);
        var page = page("lawyer", "/contributions", "en");
        money.values().stream()
                .filter(String.class::isInstance)
                .forEach(it -> assertThat(page).contains((String) it));
        assertThat(read("okell", "/contributions?role=requesting", 200)).doesNotContain(given);
    }

    @Test
    void pages_of_the_list_join_without_a_gap_and_the_last_one_says_so() throws Exception {
        var all = List.of(contribution(), contribution(), contribution());

        var seen = new ArrayList<String>();
        String cursor = "";
        do {
            var json = read("okell", "/contributions?limit=2&after=" + cursor, 200);
            List<String> references = JsonPath.read(json, "$.contributions[*].reference");
            assertThat(references).hasSizeLessThanOrEqualTo(2);
            seen.addAll(references);
            cursor = JsonPath.read(json, "$.cursor");
        } while (cursor != null);
        List<String> whole =
                JsonPath.read(read("okell", "/contributions?limit=50", 200), "$.contributions[*].reference");
        assertThat(seen).doesNotHaveDuplicates().isEqualTo(whole).containsAll(all);
    }

    @Test
    void equipment_tells_its_law_its_upkeep_and_what_each_side_found() throws Exception {
        var given = correspondence.recordRequest(
                "capacity-item/1",
                "XD-1",
                Map.ofEntries(
                        Map.entry("instrument", "uncc"),
                        Map.entry("authority", "Ministry of Justice of Dorvane"),
                        Map.entry("title", "Box read by program"),
                        Map.entry("kind", "equip"),
                        Map.entry("activity", "2027-89-program"),
                        Map.entry("purpose", "Orders of a court alone."),
                        Map.entry("reach", "intercept"),
                        Map.entry("exportControl", "licence-held"),
                        Map.entry("tenders", "keeps-out")),
                arrived(),
                official("maren"));
        assertThat(one(read("okell", "/equipment", 200), "items", given))
                .containsEntry("reachesData", true)
                .containsEntry("law", null)
                .containsEntry("weOweCheck", false)
                .containsEntry("checks", List.of());

        var law = Map.<String, Object>of("legalBasis", "Evidence Act, section 12", "oversight", "High Court of Avalis");
        step(row(given), "name-law", law, Map.of(), "okell");
        var plan = Map.<String, Object>of(
                "upkeep", List.of(Map.of("what", "Licence", "payer", "Ministry of Justice", "until", "2020-12-31")),
                "power", "ready",
                "network", "planned",
                "place", "Cyber unit");
        step(row(given), "take", plan, Map.of(), "okell");
        letters.says(given, "hand-over", Map.of("day", "2020-03-01"), Map.of());
        step(row(given), "receive", Map.of("day", "2020-03-09", "arrived", "agreed"), Map.of(), "okell");
        letters.says(given, "check", check("idle"), Map.of());

        var json = one(read("okell", "/equipment?role=requested", 200), "items", given);
        assertThat(json)
                .containsEntry("activity", "2027-89-program")
                .containsEntry("law", law)
                .containsEntry("upkeepOver", true)
                .containsEntry("weOweCheck", true)
                .containsEntry("checksDiffer", false);
        assertThat(JsonPath.<String>read(json, "$.checks[0].use")).isEqualTo("idle");
        assertThat(JsonPath.<String>read(json, "$.checks[0].due")).isEqualTo("2021-02-28");
        assertThat(JsonPath.<String>read(json, "$.checks[1].use")).isNull();
        assertThat(JsonPath.<String>read(json, "$.checks[1].due")).isEqualTo("2020-09-05");
        assertThat(page("lawyer", "/equipment", "en"))
                .contains("A check is due from us", "Nobody is named for its upkeep");

        step(row(given), "check", check("used"), Map.of(), "okell");
        assertThat(one(read("okell", "/equipment", 200), "items", given)).containsEntry("checksDiffer", true);
    }

    @Test
    void experts_are_looked_for_by_the_rule_of_the_page() throws Exception {
        expert("Ada of Belmora", "no");
        expert("Bela of Cordane", "yes");
        var waiting = noted("Caro of Dorvane", "yes");

        for (var nothing : List.of("/experts", "/experts?kind=&from=", "/experts?after=2027-01-01")) {
            assertThat(read("maren", nothing, 409))
                    .contains("expert.not-looked-for")
                    .doesNotContain("Belmora");
        }
        var asked = "/experts?kind=evid&language=fr";
        var kept = read("maren", asked, 200);
        assertThat(JsonPath.<List<String>>read(kept, "$.experts[*].name")).containsExactly(null, "Bela of Cordane");
        assertThat(JsonPath.<List<String>>read(kept, "$.experts[*].id"))
                .doesNotContainNull()
                .doesNotContain(waiting);
        var read = read("ferro", asked, 200);
        assertThat(read).doesNotContain("Ada", "Caro", "Police college", "file 12");
        assertThat(JsonPath.<List<String>>read(read, "$.experts[*].id")).containsExactly(null, null);

        var first = read("ferro", asked + "&limit=1", 200);
        var next = read("ferro", asked + "&limit=1&after=" + JsonPath.<String>read(first, "$.cursor"), 200);
        assertThat(JsonPath.<List<String>>read(first, "$.experts[*].name")).containsExactly((String) null);
        assertThat(JsonPath.<List<String>>read(next, "$.experts[*].name")).containsExactly("Bela of Cordane");
        assertThat(JsonPath.<String>read(next, "$.cursor")).isNull();
        assertThat(read("ferro", "/experts?kind=evid&language=de", 200)).doesNotContain("Bela");
        assertThat(read("ferro", "/experts?from=2027-07-01", 200)).doesNotContain("Bela");
    }

    /** Left out it would find more than was asked. */
    @Test
    void what_cannot_be_read_of_a_question_is_refused_by_name() throws Exception {
        for (var wrong : List.of("kind=evidence", "language=french", "from=soon", "to=2027-02-30")) {
            assertThat(read("okell", "/experts?language=fr&" + wrong, 400))
                    .as(wrong)
                    .contains("api.field", wrong.split("=")[0]);
        }
        read("okell", "/contributions?role=giver", 400);
        read("okell", "/equipment?role=REQUESTING&limit=1", 400);
    }

    @Test
    void nobody_reads_them_who_does_not_read_requests() throws Exception {
        for (var list : LISTS) {
            for (var reads : List.of("maren", "tolva", "okell", "ferro", "arlo")) read(reads, list, 200);
            for (var reads : List.of("sorane", "norel", "brandel")) read(reads, list, 403);
            assertThat(web.perform(get(URI.create("/api/v1" + list)))
                            .andReturn()
                            .getResponse()
                            .getStatus())
                    .as(list)
                    .isEqualTo(401);
        }
    }

    @Test
    void what_is_closed_to_named_officers_is_read_by_their_programs_alone() throws Exception {
        var given = contribution();
        assertThat(read("tolva", "/contributions", 200)).contains(given);
        var closing = "/requests/" + given + "/compartment";
        redirected(
                "duty-officer", post(closing).param("named", "maren", "okell").param("why", "A colleague gave it."));
        var hash = Pattern.compile("name=\"hash\" value=\"([0-9a-f]{64})\"").matcher(page("lawyer", closing, "en"));
        assertThat(hash.find()).isTrue();
        redirected(
                "lawyer", post(closing + "/confirm").param("method", "practice").param("hash", hash.group(1)));

        assertThat(read("tolva", "/contributions", 200)).doesNotContain(given);
        assertThat(read("okell", "/contributions", 200)).contains(given);
    }

    private String contribution() {
        return correspondence.recordRequest(
                "capacity-contribution/1",
                "XD-1",
                GivenHelp.contribution(amount("1000.00", "2027-12-31")),
                arrived(),
                official("maren"));
    }

    private void expert(String name, String named) throws Exception {
        var id = noted(name, named);
        looked("duty-officer", id);
        looked("second-officer", id);
    }

    /** With the word of the person that this officer was shown. */
    private void looked(String chair, String id) throws Exception {
        var shown = page(chair, "/experts/" + id, "en");
        var form = shown.substring(shown.indexOf("/experts/" + id + "/vetted"));
        redirected(
                chair,
                post("/experts/" + id + "/vetted")
                        .param("given", form.replaceAll("(?s).*?name=\"given\" value=\"([^\"]*)\".*", "$1"))
                        .param("until", form.replaceAll("(?s).*?name=\"until\" value=\"([^\"]*)\".*", "$1")));
    }

    /** Each later one agreed for a day longer, so that they stand in this order. */
    private String noted(String name, String named) throws Exception {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        long days = 90
                + db.sql("select count(*) from capacity.expert")
                        .query(Long.class)
                        .single();
        var note = post("/experts").param("name", name).param("named", named);
        note.param("contact", "Police college").param("nominatedBy", name.substring(name.indexOf("of ") + 3));
        note.param("languages", "en fr").param("kinds", "evid").param("consent", "Letter, file 12");
        note.param("given", today.toString())
                .param("until", today.plusDays(days).toString());
        return redirected("duty-officer", note).replace("/experts/", "");
    }

    /** Answered with this status, and as the description says. */
    private String read(String person, String path, int status) throws Exception {
        var token = TOKENS.computeIfAbsent(
                person, it -> tokens.create(it, "given help").orElseThrow());
        var answer = web.perform(get(URI.create("/api/v1" + path)).header("Authorization", "Bearer " + token))
                .andReturn()
                .getResponse();
        var text = answer.getContentAsString(UTF_8);
        assertThat(answer.getStatus()).as(path + " " + text).isEqualTo(status);
        var operation = "GET /api/v1" + path.split("\\?")[0];
        assertThat(described().differences(operation, "", status, answer.getContentType(), text.getBytes(UTF_8)))
                .as(path)
                .isEmpty();
        return text;
    }

    /** Parsed once: it is long. */
    private static synchronized Described described() throws Exception {
        if (described == null) {
            try (var file = GivenHelpByProgramTest.class.getResourceAsStream("/api/openapi.json")) {
                described = new Described(file.readAllBytes());
            }
        }
        return described;
    }

    private static Map<String, Object> one(String json, String list, String reference) {
        List<Map<String, Object>> found = JsonPath.read(json, "$." + list + "[?(@.reference == '" + reference + "')]");
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private static Map<String, Object> check(String use) {
        return Map.of(
                "day", "2020-09-01", "use", use, "asMeant", "meant", "paid", "as-planned", "text", "Looked at it.");
    }

    private static List<Map<String, String>> amount(String amount, String on) {
        return List.of(Map.of("amount", amount, "currency", "EUR", "on", on));
    }
}
