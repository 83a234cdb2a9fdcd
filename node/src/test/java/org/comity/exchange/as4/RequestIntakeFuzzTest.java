package org.comity.exchange.as4;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.security.cert.X509Certificate;
import java.util.Set;
import org.comity.exchange.Door;
import org.comity.exchange.PracticeWorld;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** What reaches phase4 passed here; whatever comes is passed on whole or answered with a code, and nothing else happens. */
class RequestIntakeFuzzTest {

    private static final X509Certificate[] PEER = {PracticeWorld.certificate("XA-1", "tls")};

    private static final Door DOOR = (Door) Proxy.newProxyInstance(
            Door.class.getClassLoader(), new Class<?>[] {Door.class}, (proxy, method, arguments) -> null);

    @FuzzTest
    void intake(byte[] body) throws ServletException, IOException {
        var request = new MockHttpServletRequest("POST", "/as4");
        request.setContentType("multipart/related; boundary=\"b\"");
        request.setContent(body);
        request.setAttribute("jakarta.servlet.request.X509Certificate", PEER);
        var response = new MockHttpServletResponse();
        new RequestIntake(Wire.SETTINGS, new FairAdmission(Wire.SETTINGS), DOOR, Wire.NO_SHELVES)
                .doFilter(
                        (jakarta.servlet.ServletRequest) request,
                        response,
                        (passed, answer) ->
                                assertArrayEquals(body, passed.getInputStream().readAllBytes()));
        assertTrue(Set.of(200, 400, 408, 413).contains(response.getStatus()));
    }
}
