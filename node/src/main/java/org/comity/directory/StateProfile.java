package org.comity.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comity.convention.Convention;
import org.jspecify.annotations.Nullable;

/**
 * Says what a State's own law needs, in its own words and with its own date; no conclusion is drawn by anybody else.
 *
 * @param twoOfficers acts leave only with a second officer's approval
 * @param passkeyRequired approvals count only with a passkey
 * @param contactPointMayOrder the contact point may order preservation itself
 * @param orderNeedsMagistrate a magistrate's order is recorded before a report as preserved
 * @param needs by data class ({@code subscriber}, {@code traffic}, {@code content})
 * @param provisions by offence article ({@code 7} … {@code 17}) the State's own provision
 * @param instruments that it lists, by id of the convention data, e.g. {@code uncc}, {@code budapest}
 * @param highestMarking of what its node may hold
 * @param reservations in free words, as entries had them before {@code treaties}
 * @param treaties to which it is party, all of them; null where the entry does not say
 * @param agreements treaties that it adds as data; null where the entry does not say
 */
public record StateProfile(
        boolean twoOfficers,
        boolean passkeyRequired,
        boolean contactPointMayOrder,
        boolean orderNeedsMagistrate,
        Map<String, Need> needs,
        Map<String, String> provisions,
        List<String> instruments,
        String highestMarking,
        List<String> reservations,
        LocalDate checked,
        @Nullable List<TreatyEntry> treaties,
        @Nullable List<Agreement> agreements) {

    /** Of an entry that says nothing of treaties beyond their names. */
    public StateProfile(
            boolean twoOfficers,
            boolean passkeyRequired,
            boolean contactPointMayOrder,
            boolean orderNeedsMagistrate,
            Map<String, Need> needs,
            Map<String, String> provisions,
            List<String> instruments,
            String highestMarking,
            List<String> reservations,
            LocalDate checked) {
        this(
                twoOfficers,
                passkeyRequired,
                contactPointMayOrder,
                orderNeedsMagistrate,
                needs,
                provisions,
                instruments,
                highestMarking,
                reservations,
                checked,
                null,
                null);
    }

    /** What it says of one treaty; nothing if it does not say that it is party to it. */
    public Optional<TreatyEntry> treaty(String instrument) {
        return treaties == null
                ? Optional.empty()
                : treaties.stream()
                        .filter(it -> it.instrument().equals(instrument))
                        .findFirst();
    }

    /** Does it name the treaty at all, as party or among those that it lists? */
    public boolean names(String instrument) {
        return instruments.contains(instrument) || treaty(instrument).isPresent();
    }

    /** Is it certain that it is not party: it says which treaties bind it, and names this one nowhere? */
    public boolean leavesOut(String instrument) {
        return treaties != null && !names(instrument);
    }

    /**
     * Has it reserved this paragraph, for a request that names these offences of the instrument? Of an entry from before
     * reservations were structured the words are searched.
     */
    public boolean reserves(String instrument, String ref, List<String> offences) {
        return treaties == null
                ? reservations.stream().anyMatch(it -> it.contains(ref))
                : treaty(instrument).stream()
                        .flatMap(it -> it.statements().stream())
                        .filter(it -> it.kind() == TreatyEntry.Kind.RESERVATION)
                        .anyMatch(it -> it.bearsOn(ref) && it.speaksOf(offences));
    }

    /**
     * Its own provision for an offence, or empty. Those of the Convention stand under their article alone, of another
     * instrument with its id before it.
     *
     * @param instrument e.g. {@code budapest}
     */
    public String provision(String instrument, String article) {
        return provisions.getOrDefault(instrument.equals(Convention.UNCC) ? article : instrument + ":" + article, "");
    }

    public List<Agreement> agreed() {
        return agreements == null ? List.of() : agreements;
    }

    /** @param wording model wording that works there */
    public record Need(String toPreserve, String toDisclose, String whoOrders, String keptByLaw, String wording) {}
}
