package org.comity.ui.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import org.comity.ui.OwnNode;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;

class CurrentOwnNodeTest {

    private static final OwnNodeProperties SET =
            new OwnNodeProperties(Map.of("en", "Aldoria"), Map.of("en", "Velin"), ZoneOffset.ofHours(2));

    private final DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
    private final CurrentOwnNode houses = new CurrentOwnNode(beans.getBeanProvider(OwnNode.class), SET, "XA-1");

    @Test
    void configuration_names_our_state_until_a_directory_does() {
        assertThat(houses.current().code()).isEqualTo("XA");
        assertThat(houses.current().name("ar")).isEqualTo("Aldoria");
        assertThat(houses.current().capital("en")).isEqualTo("Velin");

        beans.registerSingleton("directory", new FromTheDirectory(true));
        assertThat(houses.current().name("en")).isEqualTo("Republic of Aldoria");
    }

    @Test
    void a_directory_that_knows_nothing_yet_stops_no_page() {
        beans.registerSingleton("directory", new FromTheDirectory(false));

        assertThat(houses.current().name("en")).isEqualTo("Aldoria");
    }

    private record FromTheDirectory(boolean known) implements OwnNode {

        @Override
        public String node() {
            return "XA-1";
        }

        @Override
        public String code() {
            return "XA";
        }

        @Override
        public String name(String language) {
            return "Republic of Aldoria";
        }

        @Override
        public String capital(String language) {
            return "Velin";
        }

        @Override
        public ZoneId zone() {
            if (!known) {
                throw new IllegalStateException("no directory yet");
            }
            return ZoneOffset.ofHours(2);
        }
    }
}
