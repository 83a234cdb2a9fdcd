package org.comity.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.comity.NodeApplication;
import org.comity.assistance.ByLetter;
import org.comity.directory.AsSecretariat;
import org.comity.directory.ListedAsProvider;
import org.comity.directory.ListedWithNode;
import org.comity.identity.Approvals.Proof;
import org.comity.identity.Officials;
import org.comity.paper.PaperNode;
import org.comity.procedure.Draft;
import org.comity.procedure.Requests;
import org.comity.procedure.file.TellingStories;
import org.comity.thread.Threads;
import org.comity.vocabulary.Channel;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.Role;
import org.comity.vocabulary.RuleBroken;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

/** The officials of XA before their pages, and what they find in the house. */
@SpringBootTest(classes = NodeApplication.class)
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
@Import({ByLetter.class, TellingStories.class, AsSecretariat.class, ListedWithNode.class, ListedAsProvider.class})
@ExtendWith({EmptySeats.class, NothingToConfirm.class})
public abstract class Officers {

    @Autowired
    protected MockMvc web;

    @Autowired
    protected Drafts drafts;

    @Autowired
    protected Requests requests;

    @Autowired
    protected Threads threads;

    @Autowired
    protected Officials officials;

    @Autowired
    private Correspondence byLetter;

    @Autowired
    private Clock ticking;

    private final Map<String, Cookie[]> seats = new HashMap<>();

    private @Nullable LocalDate today;

    @DynamicPropertySource
    static void node(DynamicPropertyRegistry properties) {
        PaperNode.lay(properties);
    }

    protected Official official(String id) {
        return officials.find(id).orElseThrow();
    }

    /** So many days from the day of this test's first look, as a form's field holds it: {@code 2026-12-31}. */
    protected String inDays(int days) {
        if (today == null) {
            today = LocalDate.ofInstant(ticking.instant(), ZoneOffset.UTC);
        }
        return today.plusDays(days).toString();
    }

    /** Whether that view of the list has this request; requests of other tests may fill its first page. */
    protected boolean listed(Requests.View view, String reference) {
        var filter = new Requests.Filter(view, null, List.of(), null, null, null, reference, ticking.instant());
        return !requests.list(filter, null, 5).rows().isEmpty();
    }

    /** A request written and submitted by the duty officer. */
    protected Draft submitted(String to, Map<String, Object> body) {
        var maren = official("maren");
        var draft = drafts.start("preservation/1", "request", Role.REQUESTING, to, null, body, maren);
        return drafts.submit(draft.id(), draft.version(), maren);
    }

    /** An act of one officer's step in a known request, approved by the officer who wrote it. */
    protected Draft sent(String to, Map<String, Object> body, String by) {
        return drafts.approve(submitted(to, body).id(), new Proof.Practice(), null, official(by));
    }

    /** A request of a State without a node that came by mail under the Convention, preserved for so many days from now. */
    protected String preserved(int days) {
        var maren = official("maren");
        var now = ticking.instant().truncatedTo(ChronoUnit.SECONDS);
        var yesterday = LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(1);
        var arrived = new Correspondence.Arrived(Channel.MAIL, yesterday, "", "", null);
        var reference = byLetter.recordRequest("preservation/1", "XD-1", ordinary(), arrived, maren);
        var thread = requests.find(reference).orElseThrow().thread();
        var report = Map.<String, Object>of("preservedAt", now.toString(), "kept", "logs");
        var begun = drafts.start("preservation/1", "report-preserved", Role.REQUESTED, "XD-1", thread, report, maren);
        var until = Map.of("until", now.plus(Duration.ofDays(days)).toString());
        var saved = drafts.save(begun.id(), begun.version(), report, until, maren);
        drafts.submit(saved.id(), saved.version(), maren);
        drafts.approve(saved.id(), new Proof.Practice(), null, official("okell"));
        return reference;
    }

    public static Map<String, Object> emergency() {
        return Map.of(
                "instrument",
                "uncc",
                "authority",
                "Cyber Unit",
                "emergency",
                true,
                "emergencyReason",
                "a child is missing",
                "daysAsked",
                60,
                "identifiers",
                identifiers());
    }

    public static Map<String, Object> ordinary() {
        var body = new HashMap<String, Object>(emergency());
        body.putAll(Map.of(
                "emergency",
                false,
                "emergencyReason",
                "",
                "offence",
                "Fraud, 214",
                "facts",
                "Forged notices.",
                "dataClasses",
                List.of("traffic"),
                "link",
                "They came from it.",
                "necessity",
                "Deleted after 30 days.",
                "intent",
                true));
        return body;
    }

    private static List<Map<String, Object>> identifiers() {
        return List.of(Map.of("kind", "mail", "value", "a@mail.example", "time", "", "zone", ""));
    }

    protected String page(String chair, String path, String language) throws Exception {
        return web.perform(get(URI.create(path)).cookie(seat(chair)).cookie(new Cookie("lang", language)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    protected int code(String chair, String path) throws Exception {
        return web.perform(get(URI.create(path)).cookie(seat(chair)))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    /** What the forms of this page carry of what stood on it. */
    protected static String seenOn(String page) {
        return page.replaceAll("(?s).*name=\"seen\" value=\"([0-9a-f]*)\".*", "$1");
    }

    protected String redirected(String chair, AbstractMockHttpServletRequestBuilder<?> what) throws Exception {
        return web.perform(what.cookie(seat(chair)).with(csrf()))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
    }

    /** The status, whatever it is, and the page. */
    protected String answered(int code, String chair, AbstractMockHttpServletRequestBuilder<?> what) throws Exception {
        return web.perform(what.cookie(seat(chair)).with(csrf()))
                .andExpect(status().is(code))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    protected static String token() {
        return UUID.randomUUID().toString();
    }

    /** What a browser in this chair would send. */
    protected String cookies(String chair) throws Exception {
        return Arrays.stream(seat(chair))
                .map(it -> it.getName() + "=" + it.getValue())
                .collect(Collectors.joining("; "));
    }

    protected Cookie[] seat(String chair) throws Exception {
        var known = seats.get(chair);
        if (known == null) {
            known = web.perform(get("/practice/sit/" + chair).header("Sec-Fetch-Site", "same-site"))
                    .andReturn()
                    .getResponse()
                    .getCookies();
            seats.put(chair, known);
        }
        return known;
    }

    /**
     * From a seat, with the token of a page of seats, as a browser sends it: one that is made would stay with those pages as
     * long as the context lives, for all tests that share it.
     */
    protected MockHttpServletResponse fromSeat(Cookie cookie, AbstractMockHttpServletRequestBuilder<?> what)
            throws Exception {
        var page = web.perform(get("/seat/sign-in")).andReturn().getResponse();
        return web.perform(what.param("_csrf", typed(page)).cookie(cookie, token(page)))
                .andReturn()
                .getResponse();
    }

    protected static Cookie token(MockHttpServletResponse page) {
        return Objects.requireNonNull(page.getCookie("comity-seat-form-XA-1"));
    }

    protected static String typed(MockHttpServletResponse page) throws Exception {
        return found("name=\"_csrf\" value=\"([^\"]+)\"", page.getContentAsString());
    }

    protected static String found(String pattern, String text) {
        var matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as("%s in %s", pattern, text).isTrue();
        return matcher.group(1);
    }

    protected static void refused(String code, ThrowingCallable what) {
        assertThatExceptionOfType(RuleBroken.class)
                .isThrownBy(what)
                .satisfies(it -> assertThat(it.code()).isEqualTo(code));
    }
}
