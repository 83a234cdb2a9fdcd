package org.comity;

import org.comity.cooperation.Officers;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** One node in this JVM, its officials before a real browser. Those who ask for nothing more share the node. */
@SpringBootTest(
        classes = NodeApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "server.tomcat.basedir=${node.home}/tomcat")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(Chromium.class)
abstract class PagesOfOneNode extends Officers {

    @LocalServerPort
    protected int port;

    protected SeatedChair chair(String duty, String language, int width, boolean script) {
        return SeatedChair.sit(Chromium.browser(), "http://localhost:" + port, duty, language, width, script);
    }
}
