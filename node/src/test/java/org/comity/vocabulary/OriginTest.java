package org.comity.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;

class OriginTest {

    @Test
    void a_network_of_ipv6_is_one_address() throws Exception {
        assertThat(Origin.of("2001:db8:1:2::1")).isEqualTo(Origin.of("2001:db8:1:2:ffff::9"));
        assertThat(Origin.of("2001:db8:1:2::1")).isNotEqualTo(Origin.of("2001:db8:1:3::1"));
        assertThat(Origin.of("192.0.2.1")).isNotEqualTo(Origin.of("192.0.2.2"));
        assertThat(Origin.of("2001:db8:1:2::1")).isEqualTo(Origin.of(InetAddress.ofLiteral("2001:db8:1:2::3")));
    }

    @Test
    void one_address_has_one_form_and_what_is_none_stands_for_itself() {
        assertThat(Origin.of("::ffff:192.0.2.1")).isEqualTo(Origin.of("192.0.2.1"));
        assertThat(Origin.of("[2001:db8:1:2::1]")).isEqualTo(Origin.of("2001:db8:1:2::1"));
        assertThat(Origin.of("fe80::1%nowhere9")).isEqualTo(Origin.of("fe80::2"));
        assertThat(Origin.of("").text()).isEmpty();
        assertThat(Origin.of("door.example").text()).isEqualTo("door.example");
    }
}
