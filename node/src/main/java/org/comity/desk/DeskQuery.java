package org.comity.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.comity.casework.GivenRequests;
import org.comity.directory.Participant;
import org.comity.procedure.Requests.Order;
import org.comity.procedure.Requests.View;
import org.comity.ui.TypedText;
import org.comity.vocabulary.Channel;
import org.comity.vocabulary.CutText;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.Role;
import org.jspecify.annotations.Nullable;

/**
 * The filters of a list, as its address holds them; what is not known is left out.
 *
 * @param state the other State, as it was typed
 * @param stands how a request stands: the name of its state, e.g. {@code Closed}, or empty: however it stands
 * @param owner an official's id, {@link GivenRequests#NOBODY}, or empty: whoever has it
 * @param onlyOfficers show what our officers have in hand, and no request
 * @param emergency those alone in which life is at risk
 */
// More than twelve: each is one part of the address of a list.
record DeskQuery(
        View view,
        @Nullable Role role,
        List<Channel> channels,
        String state,
        String stands,
        boolean mine,
        String owner,
        List<String> laws,
        String text,
        boolean onlyOfficers,
        Order order,
        boolean emergency,
        @Nullable String after) {

    static final String OFFICERS = "officers";
    private static final int MOST_LAWS = 100;

    static DeskQuery of(Map<String, List<String>> address, View otherwise) {
        var roles = address.getOrDefault("role", List.of());
        return new DeskQuery(
                view(TypedText.first(address, "view"), otherwise),
                roles.size() == 1 ? role(roles.getFirst()) : null,
                address.getOrDefault("channel", List.of()).stream()
                        .flatMap(DeskQuery::channel)
                        .distinct()
                        .toList(),
                text(TypedText.first(address, "state"), 60),
                stands(TypedText.first(address, "stands")),
                address.containsKey("mine"),
                owner(TypedText.first(address, "owner")),
                laws(address.getOrDefault("law", List.of())),
                text(TypedText.first(address, "q"), 200),
                OFFICERS.equals(TypedText.first(address, "view")),
                order(TypedText.first(address, "order")),
                address.containsKey("emergency"),
                TypedText.first(address, "after"));
    }

    boolean filtered() {
        return role != null
                || !channels.isEmpty()
                || !state.isBlank()
                || !stands.isEmpty()
                || mine
                || emergency
                || !owner.isEmpty()
                || !laws.isEmpty()
                || !text.isBlank();
    }

    /** The same filters as an address, without the page it was left on. */
    String address() {
        var address = new StringBuilder("view=").append(onlyOfficers ? OFFICERS : view.name());
        if (role != null) {
            address.append("&role=").append(role.word());
        }
        channels.forEach(it -> address.append("&channel=").append(it.name()));
        if (!state.isBlank()) {
            address.append("&state=").append(URLEncoder.encode(state, UTF_8));
        }
        if (!stands.isEmpty()) {
            address.append("&stands=").append(stands);
        }
        if (mine) {
            address.append("&mine=yes");
        }
        if (emergency) {
            address.append("&emergency=yes");
        }
        if (!owner.isEmpty()) {
            address.append("&owner=").append(URLEncoder.encode(owner, UTF_8));
        }
        laws.forEach(it -> address.append("&law=").append(it));
        if (!text.isBlank()) {
            address.append("&q=").append(URLEncoder.encode(text, UTF_8));
        }
        if (order != Order.DUE) {
            address.append("&order=").append(order.name());
        }
        return address.toString();
    }

    /** The same filters in another view, from its first page on. */
    String addressIn(View other) {
        return new DeskQuery(
                        other, role, channels, state, stands, mine, owner, laws, text, false, order, emergency, null)
                .address();
    }

    /** The same filters over what our officers have in hand, whosoever. */
    String addressInHand() {
        return new DeskQuery(view, role, channels, state, "", mine, owner, laws, text, true, order, emergency, null)
                .address();
    }

    /** The same filters where all that our officers have in hand is listed, and nothing else. */
    String addressOfOfficers() {
        boolean own = mine || view == View.MINE;
        return new DeskQuery(view, role, channels, state, "", own, owner, laws, text, true, order, emergency, null)
                .address();
    }

    /** Whose requests are listed: as a filter of {@link org.comity.procedure.Requests} says it. */
    @Nullable
    String owner(Official by) {
        if (mine || view == View.MINE) return by.id();
        return owner.isEmpty() ? null : owner.equals(GivenRequests.NOBODY) ? "" : owner;
    }

    private static String stands(@Nullable String typed) {
        return typed != null && typed.matches("[A-Za-z]{1,40}") ? typed : "";
    }

    private static String owner(@Nullable String typed) {
        return typed != null && typed.matches("[A-Za-z0-9._@-]{1,60}") ? typed : "";
    }

    /** A State is typed by its code, or by a part of any of its names. */
    static boolean names(String typed, Participant other) {
        var text = typed.strip().toLowerCase(Locale.ROOT);
        return other.state().code().toLowerCase(Locale.ROOT).equals(text)
                || other.names().values().stream()
                        .anyMatch(it -> it.toLowerCase(Locale.ROOT).contains(text));
    }

    private static List<String> laws(List<String> typed) {
        return typed.stream()
                .filter(it -> it.matches("[a-z-]{1,40}"))
                .distinct()
                .limit(MOST_LAWS)
                .toList();
    }

    private static Order order(@Nullable String name) {
        return Stream.of(Order.values())
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElse(Order.DUE);
    }

    private static View view(@Nullable String name, View otherwise) {
        return Stream.of(View.values())
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElse(otherwise);
    }

    private static @Nullable Role role(String word) {
        return Stream.of(Role.values())
                .filter(it -> it.word().equals(word))
                .findFirst()
                .orElse(null);
    }

    private static Stream<Channel> channel(String name) {
        return Stream.of(Channel.values()).filter(it -> it.name().equals(name.toUpperCase(Locale.ROOT)));
    }

    private static String text(@Nullable String text, int longest) {
        return text == null ? "" : CutText.to(text, longest).strip();
    }
}
