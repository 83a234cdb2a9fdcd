package org.comity.vocabulary;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HexFormat;

/**
 * Says where somebody comes from: an address of IPv4, or the network of 64 bits that one holder of IPv6 has at least.
 */
public record CallerOrigin(String text) {

    private static final int NETWORK = 8;
    private static final String THIS_MACHINE = "0".repeat(2 * NETWORK) + "/64";

    public static CallerOrigin of(InetAddress address) {
        return new CallerOrigin(
                address instanceof Inet6Address
                        ? HexFormat.of().formatHex(address.getAddress(), 0, NETWORK) + "/64"
                        : address.getHostAddress());
    }

    /** Whether a process on this machine calls, as a proxy does that stands for everybody. */
    public boolean isThisMachine() {
        return text.startsWith("127.") || text.equals(THIS_MACHINE);
    }

    /** Of an address as text, without asking for names; what is none stands for itself. */
    public static CallerOrigin of(String address) {
        try {
            int zone = address.indexOf('%');
            return of(InetAddress.ofLiteral(zone < 0 ? address : address.substring(0, zone)));
        } catch (IllegalArgumentException none) {
            return new CallerOrigin(address);
        }
    }
}
