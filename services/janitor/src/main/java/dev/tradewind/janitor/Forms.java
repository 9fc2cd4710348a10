package dev.tradewind.janitor;

import dev.tradewind.janitor.domain.Content;
import dev.tradewind.janitor.domain.Deed;
import dev.tradewind.janitor.domain.Sighting;
import dev.tradewind.janitor.sorting.Form;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How sightings and deeds are written to files while they are sorted. */
final class Forms {

  static final Form<Sighting> SIGHTING = new Form<>() {
    @Override
    public void write(Sighting sighting, DataOutput out) throws IOException {
      out.writeUTF(sighting.service());
      out.writeUTF(sighting.stream());
      out.writeLong(sighting.version());
      out.writeByte(sighting.place().ordinal());
      time(sighting.at(), out);
      out.writeUTF(sighting.content().exact());
      out.writeUTF(sighting.content().shape());
      out.writeUTF(sighting.content().versions());
    }

    @Override
    public Sighting read(DataInput in) throws IOException {
      return new Sighting(in.readUTF(), in.readUTF(), in.readLong(), Sighting.Place.values()[in.readByte()], time(in),
          new Content(in.readUTF(), in.readUTF(), in.readUTF()));
    }
  };

  static final Form<Deed> DEED = new Form<>() {
    @Override
    public void write(Deed deed, DataOutput out) throws IOException {
      out.writeUTF(deed.subject());
      out.writeByte(deed.part().ordinal());
      out.writeLong(deed.version());
      time(deed.at(), out);
      out.writeInt(deed.names().size());
      for (var name : deed.names()) {
        out.writeUTF(name);
      }
      out.writeLong(deed.amount());
      out.writeInt(deed.units().size());
      for (var units : deed.units().entrySet()) {
        out.writeUTF(units.getKey());
        out.writeLong(units.getValue());
      }
    }

    @Override
    public Deed read(DataInput in) throws IOException {
      return new Deed(in.readUTF(), Deed.Part.values()[in.readByte()], in.readLong(), time(in), names(in), in.readLong(), units(in));
    }

    private List<String> names(DataInput in) throws IOException {
      var names = new ArrayList<String>();
      for (int left = in.readInt(); left > 0; left--) {
        names.add(in.readUTF());
      }
      return names;
    }

    private Map<String, Long> units(DataInput in) throws IOException {
      var units = new HashMap<String, Long>();
      for (int left = in.readInt(); left > 0; left--) {
        units.put(in.readUTF(), in.readLong());
      }
      return units;
    }
  };

  private Forms() {}

  private static void time(Instant at, DataOutput out) throws IOException {
    out.writeLong(at.getEpochSecond());
    out.writeInt(at.getNano());
  }

  private static Instant time(DataInput in) throws IOException {
    return Instant.ofEpochSecond(in.readLong(), in.readInt());
  }
}
