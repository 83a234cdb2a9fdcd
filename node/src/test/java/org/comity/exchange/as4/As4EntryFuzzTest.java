package org.comity.exchange.as4;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.helger.phase4.mgr.MetaAS4Manager;
import jakarta.servlet.ServletException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.Set;
import java.util.regex.Pattern;
import org.comity.exchange.Door;
import org.comity.exchange.Parcel;
import org.comity.exchange.PracticeNodeKeys;
import org.comity.exchange.PracticeWorld;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.slf4j.LoggerFactory;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletConfig;
import org.springframework.mock.web.MockServletContext;

/**
 * What stands behind {@link RequestIntake}: the readers of MIME, SOAP and ebMS that phase4 brings. Whatever comes is answered, and
 * nothing that is not signed and encrypted reaches the door.
 */
class As4EntryFuzzTest {

    private static final X509Certificate[] PEER = {PracticeWorld.certificate("XA-1", "tls")};

    private static final MockServletContext CONTEXT = new MockServletContext();
    private static final Pattern STACK = Pattern.compile("\\(\\w+\\.java:[0-9]+\\)");
    private static final Logger QUIET = (Logger) LoggerFactory.getLogger("com.helger");
    private static @Nullable As4Servlet servlet;

    @BeforeAll
    static void open() throws Exception {
        // A stack for each input would be most of the work.
        QUIET.setLevel(Level.OFF);
        Phase4Scope.enter(CONTEXT);
        servlet = new As4Servlet(
                new WireKeys(new PracticeNodeKeys("XB-1")),
                new IncomingMessages(new Closed(), new NoClocks(), 500_000));
        servlet.init(new MockServletConfig(CONTEXT, "as4"));
    }

    @AfterAll
    static void close() {
        Phase4Scope.leave();
        QUIET.setLevel(null);
    }

    /** The SOAP part alone is chosen by whoever sends. */
    @FuzzTest
    void soapPart(byte[] envelope) throws ServletException, IOException {
        var body = new ByteArrayOutputStream();
        body.write("--b\r\nContent-Type: application/soap+xml; charset=UTF-8\r\n\r\n".getBytes(UTF_8));
        body.write(envelope);
        body.write("\r\n--b\r\nContent-Type: application/octet-stream\r\nContent-ID: <p>\r\n\r\npayload\r\n--b--\r\n"
                .getBytes(UTF_8));
        answered(body.toByteArray());
    }

    /** All of the body is. */
    @FuzzTest
    void mimeBody(byte[] body) throws ServletException, IOException {
        answered(body);
    }

    private static void answered(byte[] body) throws ServletException, IOException {
        var request = new MockHttpServletRequest(CONTEXT, "POST", "/as4");
        request.setServletPath("/as4");
        request.setContentType("multipart/related; boundary=\"b\"; type=\"application/soap+xml\"");
        request.setContent(body);
        request.setAttribute("jakarta.servlet.request.X509Certificate", PEER);
        var response = new MockHttpServletResponse();

        new RequestIntake(Wire.SETTINGS, new FairAdmission(Wire.SETTINGS), new Closed(), Wire.NO_SHELVES)
                .doFilter(
                        (jakarta.servlet.ServletRequest) request,
                        response,
                        (passed, answer) -> servlet.service(passed, answer));

        assertTrue(Set.of(200, 204, 400, 408, 413).contains(response.getStatus()), "status " + response.getStatus());
        // An id of a message is remembered nowhere, so that nobody can use up another's, or our memory.
        assertTrue(MetaAS4Manager.getIncomingDuplicateMgr().isEmpty());
        // A stack would tell a stranger how this node is made.
        assertFalse(STACK.matcher(response.getContentAsString()).find());
    }

    /** Nobody here can sign, so nothing may come this far. */
    private static final class Closed implements Door {

        @Override
        public void receive(Parcel parcel) {
            throw new AssertionError("Reached the door unsigned");
        }

        @Override
        public void carried(Parcel.Action action, String from, byte[] plain) {
            throw new AssertionError("Nothing is carried by wire");
        }

        @Override
        public void admit(String from, @Nullable X509Certificate as4, @Nullable X509Certificate tls) {
            throw new AssertionError("Reached the door unsigned");
        }

        @Override
        public void refused(String code, @Nullable String from) {}
    }
}
