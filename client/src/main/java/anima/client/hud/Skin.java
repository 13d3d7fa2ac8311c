package anima.client.hud;

import com.jme3.font.BitmapFont;
import com.jme3.math.ColorRGBA;
import com.jme3.math.Vector3f;
import com.jme3.texture.Image;
import com.jme3.texture.Texture;
import com.jme3.texture.Texture2D;
import com.jme3.texture.image.ColorSpace;
import com.jme3.util.BufferUtils;
import com.simsilica.lemur.Container;
import com.simsilica.lemur.Label;
import com.simsilica.lemur.component.TbtQuadBackgroundComponent;
import com.simsilica.lemur.style.ElementId;
import java.nio.ByteBuffer;

/** How panels and texts look: one font, rounded panels, three colours. */
public final class Skin {
  static final ColorRGBA INK = new ColorRGBA(0.13f, 0.12f, 0.14f, 1);
  static final ColorRGBA PAPER = new ColorRGBA(0.99f, 0.97f, 0.92f, 1);
  static final ColorRGBA NIGHT = new ColorRGBA(0.07f, 0.09f, 0.13f, 1);
  static final ColorRGBA GOLD = new ColorRGBA(1, 0.84f, 0.45f, 1);
  private static final int CORNER = 12;
  private static final int SIDE = 32;

  private final GlyphFont glyphs;
  private final float scale;
  private final Texture2D rounded = rounded();

  /**
   * @param screenHeight pixels; texts keep their share of it
   */
  public Skin(GlyphFont glyphs, int screenHeight) {
    this.glyphs = glyphs;
    scale = Math.max(0.62f, Math.min(2.2f, screenHeight / 760f));
  }

  /** Pixels of this screen for pixels of a screen 760 high. */
  float px(double pixels) {
    return (float) pixels * scale;
  }

  BitmapFont font() {
    return glyphs.bitmapFont();
  }

  float advance(int codePoint, float size) {
    return glyphs.advance(codePoint, size);
  }

  /** A text of some size (of a screen 760 high), with a soft shadow where it has no panel. */
  public Label label(String text, double size, ColorRGBA colour, boolean shadow) {
    Label label = new Label(text, new ElementId("text"));
    label.setFont(font());
    label.setFontSize(px(size));
    label.setColor(colour.clone());
    if (shadow) {
      label.setShadowColor(new ColorRGBA(0, 0, 0, 0.75f));
      label.setShadowOffset(new Vector3f(px(1.2), -px(1.2), -1));
    }
    return label;
  }

  /** An empty panel with round corners. */
  Container panel(ColorRGBA colour, float alpha, double marginX, double marginY) {
    Container panel = new Container();
    TbtQuadBackgroundComponent background =
        TbtQuadBackgroundComponent.create(
            rounded, 1, CORNER, CORNER, SIDE - CORNER, SIDE - CORNER, 0.5f, false);
    background.setColor(new ColorRGBA(colour.r, colour.g, colour.b, alpha));
    background.setMargin(px(marginX), px(marginY));
    panel.setBackground(background);
    return panel;
  }

  /** Text broken into lines no wider than so many pixels of a screen 760 high. */
  String wrap(String text, double width, double size) {
    return TextWrap.wrap(text, px(width), code -> advance(code, px(size)));
  }

  private static Texture2D rounded() {
    ByteBuffer data = BufferUtils.createByteBuffer(SIDE * SIDE * 4);
    for (int i = 0; i < SIDE * SIDE; i++) {
      double x = Math.max(0, Math.abs(i % SIDE + 0.5 - SIDE / 2.0) - (SIDE / 2.0 - CORNER));
      double y =
          Math.max(0, Math.abs(Math.floorDiv(i, SIDE) + 0.5 - SIDE / 2.0) - (SIDE / 2.0 - CORNER));
      double cover = Math.max(0, Math.min(1, CORNER - Math.hypot(x, y)));
      data.put((byte) 255).put((byte) 255).put((byte) 255).put((byte) Math.round(255 * cover));
    }
    data.flip();
    Texture2D texture =
        new Texture2D(new Image(Image.Format.RGBA8, SIDE, SIDE, data, ColorSpace.Linear));
    texture.setMagFilter(Texture.MagFilter.Bilinear);
    texture.setWrap(Texture.WrapMode.EdgeClamp);
    return texture;
  }
}
