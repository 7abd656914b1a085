package org.voiceagent.insight.store;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes small databases in MaxMind's format, version 2.0, by its specification (https://maxmind.github.io/MaxMind-DB/): a tree of
 * the bits of IPv6 addresses, with IPv4 ones under ::/96, records of 24 bits, and the data that its leaves point at.
 */
public final class MaxMindFile {

    private static final int IPV6_BITS = 128;
    private static final int IPV4_PREFIX = 96;
    private static final int RECORD_BITS = 24;
    private static final int SEPARATOR = 16;
    private static final int STRING = 2;
    private static final int UINT16 = 5;
    private static final int UINT32 = 6;
    private static final int MAP = 7;
    private static final int UINT64 = 9;
    private static final int ARRAY = 11;
    private static final byte[] MARKER = {(byte) 0xab, (byte) 0xcd, (byte) 0xef};

    private final String type;
    private final ByteArrayOutputStream data = new ByteArrayOutputStream();
    private final Map<String, Integer> places = new HashMap<>();
    /** Two records a node: a node, or the place of data as -1 - place, or null for nothing. */
    private final List<Integer[]> nodes = new ArrayList<>(List.<Integer[]>of(new Integer[2]));

    public MaxMindFile(String type) {
        this.type = type;
    }

    /** @param network as 2.16.0.0/13 or 2a02::/16 */
    public MaxMindFile with(String network, String country) {
        String[] parts = network.split("/");
        byte[] address = bytes(parts[0]);
        boolean small = address.length * Byte.SIZE < IPV6_BITS;
        int prefix = Integer.parseInt(parts[1]) + (small ? IPV4_PREFIX : 0);
        int node = 0;
        for (int bit = 0; bit < prefix - 1; bit++) {
            node = next(node, bit(address, small ? bit - IPV4_PREFIX : bit));
        }
        int last = prefix - 1;
        nodes.get(node)[bit(address, small ? last - IPV4_PREFIX : last)] = -1 - place(country);
        return this;
    }

    private int next(int node, int side) {
        if (nodes.get(node)[side] == null) {
            nodes.get(node)[side] = nodes.size();
            nodes.add(new Integer[2]);
        }
        return nodes.get(node)[side];
    }

    private static int bit(byte[] address, int bit) {
        return bit < 0 ? 0 : address[bit / Byte.SIZE] >> (Byte.SIZE - 1 - bit % Byte.SIZE) & 1;
    }

    private static byte[] bytes(String address) {
        try {
            return InetAddress.getByName(address).getAddress();
        } catch (UnknownHostException wrong) {
            throw new IllegalArgumentException(wrong);
        }
    }

    /** Where an entry of the country stands among the data: as in the real files, with names besides the code. */
    private int place(String country) {
        return places.computeIfAbsent(country, code -> {
            int place = data.size();
            control(data, MAP, 1);
            text(data, "country");
            control(data, MAP, 2);
            text(data, "iso_code");
            text(data, code);
            text(data, "names");
            control(data, MAP, 1);
            text(data, "en");
            text(data, "A name that takes more than twenty-nine bytes: " + code);
            return place;
        });
    }

    public Path writeTo(Path file) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (Integer[] node : nodes) {
            record(all, node[0]);
            record(all, node[1]);
        }
        all.writeBytes(new byte[SEPARATOR]);
        all.writeBytes(data.toByteArray());
        all.writeBytes(MARKER);
        all.writeBytes("MaxMind.com".getBytes(StandardCharsets.US_ASCII));
        metadata(all);
        try {
            return Files.write(file, all.toByteArray());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void record(ByteArrayOutputStream out, Integer record) {
        int nothing = nodes.size();
        int value = record == null ? nothing : record >= 0 ? record : nothing + SEPARATOR - 1 - record;
        number(out, value, RECORD_BITS / Byte.SIZE);
    }

    private void metadata(ByteArrayOutputStream out) {
        control(out, MAP, 9);
        text(out, "binary_format_major_version");
        whole(out, UINT16, 2, 2);
        text(out, "binary_format_minor_version");
        whole(out, UINT16, 0, 2);
        text(out, "build_epoch");
        whole(out, UINT64, 1_700_000_000, 4);
        text(out, "database_type");
        text(out, type);
        text(out, "description");
        control(out, MAP, 0);
        text(out, "ip_version");
        whole(out, UINT16, 6, 2);
        text(out, "languages");
        control(out, ARRAY, 0);
        text(out, "node_count");
        whole(out, UINT32, nodes.size(), 4);
        text(out, "record_size");
        whole(out, UINT16, RECORD_BITS, 2);
    }

    private static void whole(ByteArrayOutputStream out, int kind, int value, int bytes) {
        control(out, kind, bytes);
        number(out, value, bytes);
    }

    private static void text(ByteArrayOutputStream out, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        control(out, STRING, bytes.length);
        out.writeBytes(bytes);
    }

    /** Kinds over 7 stand in a byte of their own, sizes over 28 as well. */
    private static void control(ByteArrayOutputStream out, int kind, int size) {
        out.write((kind > MAP ? 0 : kind) << 5 | Math.min(size, 29));
        if (kind > MAP) {
            out.write(kind - MAP);
        }
        if (size >= 29) {
            out.write(size - 29);
        }
    }

    private static void number(ByteArrayOutputStream out, int value, int bytes) {
        for (int place = bytes - 1; place >= 0; place--) {
            out.write(value >> place * Byte.SIZE);
        }
    }
}
