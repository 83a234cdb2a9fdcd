package org.comity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.regex.Pattern;
import org.comity.assistance.ByLetter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** By the container itself, which alone counts the parts of a form: as many boxes as a page shows can be ticked. */
class ManyTickedFilesIT extends PagesOfOneNode {

    private static final Pattern TOKEN = Pattern.compile("deliver\\?_csrf=([^\"]+)\"");
    private static final String SEAT = "d1d1d1d1d1d1";
    private static final String COOKIE = "71c6".repeat(12);
    private static final String BOUNDARY = "0b0u0n0d0a0r0y0";

    @Autowired
    private Clock clock;

    @Autowired
    private JdbcClient db;

    @Autowired
    private ByLetter letters;

    private HttpClient browser;
    private String form = "";

    @BeforeEach
    void sits() {
        db.sql("""
                insert into cooperation.seat
                    (id, authority, name, function, person, expires_at, invited_by, credential, key, given, confirmed)
                values (:id, 'XD-1', 'Lea Tick', 'Clerk', 'XD-1/s-71c671c6', :until, 'maren', cast(:id as bytea), '\\x01', true, true)
                """)
                .param("id", SEAT)
                .param("until", clock.instant().plus(Duration.ofDays(7)).atOffset(ZoneOffset.UTC))
                .update();
        db.sql("""
                insert into cooperation.seat_visit (hash, seat, seen_at, begun_at)
                values (sha256(convert_to(:cookie, 'UTF8')), :seat, :now, :now)
                """)
                .param("cookie", COOKIE)
                .param("seat", SEAT)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        var thread = requests.find(letters.asked("XD-1")).orElseThrow().thread();
        form = "http://localhost:" + port + "/seat/threads/" + thread + "/deliver";
        browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        keeps("comity-seat-XA-1", COOKIE, "/seat");
    }

    @AfterEach
    void leaves() {
        browser.close();
        db.sql("delete from cooperation.seat_visit where seat = :id")
                .param("id", SEAT)
                .update();
        db.sql("delete from cooperation.seat where id = :id").param("id", SEAT).update();
    }

    private void keeps(String name, String value, String path) {
        var cookie = new HttpCookie(name, value);
        cookie.setPath(path);
        cookie.setVersion(0);
        ((CookieManager) browser.cookieHandler().orElseThrow()).getCookieStore().add(URI.create(form), cookie);
    }

    @Test
    void a_form_with_a_thousand_ticked_files_is_read() throws Exception {
        var answer = ticked(1000);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Choose at least one file.", "Court of Hesper");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    en, more ticked boxes or files than this node reads at once, send the rest in a second step
                    ar, أكثر مما تقرؤه هذه العقدة دفعة واحدة, أرسلوا الباقي في خطوة ثانية
                    """)
    void what_is_above_the_bound_is_refused_in_the_readers_language(String language, String wrong, String next)
            throws Exception {
        keeps("lang", language, "/");

        var answer = ticked(1200);

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("<html lang=\"" + language, wrong, next);
    }

    private HttpResponse<String> ticked(int boxes) throws Exception {
        var page = browser.send(HttpRequest.newBuilder(URI.create(form)).build(), BodyHandlers.ofString());
        assertThat(page.statusCode()).isEqualTo(200);
        var token = TOKEN.matcher(page.body());
        assertThat(token.find()).isTrue();
        var body = new StringBuilder();
        part(body, "executedBy", "Court of Hesper");
        for (int i = 0; i < boxes; i++) part(body, "items", "00000000-0000-4000-8000-%012d".formatted(i));
        body.append("--").append(BOUNDARY).append("--\r\n");
        return browser.send(
                HttpRequest.newBuilder(URI.create(form + "?_csrf=" + token.group(1)))
                        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                        .POST(BodyPublishers.ofString(body.toString()))
                        .build(),
                BodyHandlers.ofString());
    }

    private static void part(StringBuilder body, String name, String value) {
        body.append(
                "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n".formatted(BOUNDARY, name, value));
    }
}
