package dev.retort.jpa;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/**
 * The beginning of a class file, read without loading the class: the Java version and the strings of its constant pool, which include the
 * types of its annotations.
 *
 * @param majorVersion the major version of the format; a Java release's number plus 44
 * @param texts the strings of the constant pool
 */
record ClassFile(int majorVersion, Set<String> texts) {

    private static final int MAGIC = 0xCAFEBABE;

    /** The offset between the format's version and the Java release. */
    private static final int RELEASE_OFFSET = 44;

    /**
     * Reads a class file.
     *
     * @throws IOException when it is none
     */
    static ClassFile parse(byte[] bytes) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        if (in.readInt() != MAGIC) {
            throw new IOException("not a class file");
        }
        in.skipNBytes(2);
        int major = in.readUnsignedShort();
        int count = in.readUnsignedShort();
        Set<String> texts = new HashSet<>();
        for (int i = 1; i < count; i++) {
            int tag = in.readUnsignedByte();
            switch (tag) {
                case 1 -> texts.add(in.readUTF());
                case 7, 8, 16, 19, 20 -> in.skipNBytes(2);
                case 15 -> in.skipNBytes(3);
                case 3, 4, 9, 10, 11, 12, 17, 18 -> in.skipNBytes(4);
                case 5, 6 -> {
                    in.skipNBytes(8);
                    // A long or a double occupies two entries of the pool.
                    i++;
                }
                default -> throw new IOException("unknown constant " + tag);
            }
        }
        return new ClassFile(major, texts);
    }

    /** The Java release that the class was compiled for. */
    int release() {
        return majorVersion - RELEASE_OFFSET;
    }

    /** Whether the class mentions one of several types, by descriptor, for example as an annotation. */
    boolean mentionsAny(Set<String> descriptors) {
        return descriptors.stream().anyMatch(texts::contains);
    }
}
