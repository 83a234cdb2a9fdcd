package org.comity.directory;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

/** The JSON of an entry, as values that canonical form accepts. */
final class EntryWriting {

    private EntryWriting() {}

    static Map<String, Object> json(ParticipantEntry entry) {
        var json = new TreeMap<String, Object>();
        json.put("format", ParticipantEntry.FORMAT);
        json.put("network", entry.network());
        json.put("id", entry.id());
        json.put("version", entry.version());
        json.put("previous", entry.previous());
        json.put("signedAt", entry.signedAt().toString());
        json.put("names", entry.names());
        json.put("capitals", entry.capitals());
        json.put("zone", entry.zone().getId());
        json.put("node", entry.node() == null ? null : node(entry.node()));
        json.put("keys", entry.keys() == null ? null : keys(entry.keys()));
        json.put("languages", entry.languages());
        json.put("phone", entry.phone());
        json.put("mail", entry.mail());
        json.put("hours", entry.hours());
        json.put("functions", entry.functions());
        json.put("profile", profile(entry.profile()));
        if (entry.saidKind() != null) json.put("kind", entry.saidKind().word());
        return json;
    }

    static Map<String, Object> profile(StateProfile profile) {
        var json = new TreeMap<String, Object>();
        json.put("twoOfficers", profile.twoOfficers());
        json.put("passkeyRequired", profile.passkeyRequired());
        json.put("contactPointMayOrder", profile.contactPointMayOrder());
        json.put("orderNeedsMagistrate", profile.orderNeedsMagistrate());
        var needs = new TreeMap<String, Object>();
        profile.needs().forEach((dataClass, need) -> needs.put(dataClass, need(need)));
        json.put("needs", needs);
        json.put("provisions", profile.provisions());
        json.put("instruments", profile.instruments());
        json.put("highestMarking", profile.highestMarking());
        json.put("reservations", profile.reservations());
        json.put("checked", profile.checked().toString());
        TreatyReading.write(profile, json);
        return json;
    }

    private static Map<String, Object> need(StateProfile.Need need) {
        return Map.of(
                "toPreserve", need.toPreserve(),
                "toDisclose", need.toDisclose(),
                "whoOrders", need.whoOrders(),
                "keptByLaw", need.keptByLaw(),
                "wording", need.wording());
    }

    static Map<String, Object> node(Participant.NodeAddress node) {
        var json = new TreeMap<String, Object>(Map.of(
                "as4", node.as4().toString(),
                "seal", base64(node.seal()),
                "as4Certificate", base64(node.as4Certificate()),
                "tls", base64(node.tls()),
                "register", base64(node.register()),
                "ageRecipient", node.ageRecipient(),
                "procedures", node.procedures()));
        if (node.evidence() != null) json.put("evidence", node.evidence().toString());
        return json;
    }

    static Map<String, Object> keys(ParticipantEntry.SigningKeys keys) {
        return Map.of("entry", keys.entry(), "recovery", keys.recovery());
    }

    private static String base64(X509Certificate certificate) {
        try {
            return Base64.getEncoder().encodeToString(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException("not a certificate", e);
        }
    }
}
