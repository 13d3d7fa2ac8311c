package anima.client.hud;

import com.jme3.asset.AssetManager;
import com.jme3.font.BitmapCharacter;
import com.jme3.font.BitmapCharacterSet;
import com.jme3.font.BitmapFont;
import com.jme3.material.Material;
import com.jme3.material.RenderState;
import com.jme3.texture.Image;
import com.jme3.texture.Texture;
import com.jme3.texture.Texture2D;
import com.jme3.texture.image.ColorSpace;
import com.jme3.util.BufferUtils;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A font whose letters are drawn into their texture when first asked for, so that any text in any
 * script can appear without an atlas of all. Owned by the render thread.
 */
public final class GlyphFont {
  /** Height of a letter in the texture; texts are drawn somewhat smaller. */
  static final int PIXELS = 24;

  private static final int WIDTH = 2048;
  private static final int HEIGHT = 1024;
  private static final int GAP = 2;

  private final Font font;
  private final FontMetrics metrics;
  private final ByteBuffer texels = BufferUtils.createByteBuffer(WIDTH * HEIGHT * 4);
  private final Image image =
      new Image(Image.Format.RGBA8, WIDTH, HEIGHT, texels, ColorSpace.Linear);
  private final BitmapFont bitmapFont = new BitmapFont();
  private final Consumer<String> notices;
  private boolean told;
  private int penX = GAP;
  private int penY = GAP;

  /**
   * @param notices hears one sentence when a letter cannot be shown
   */
  public GlyphFont(AssetManager assets, Font face, Consumer<String> notices) {
    this.notices = notices;
    font = face.deriveFont((float) PIXELS);
    Graphics2D graphics = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB).createGraphics();
    metrics = graphics.getFontMetrics(font);
    graphics.dispose();
    for (int i = 0; i < WIDTH * HEIGHT; i++) {
      texels.put((byte) 255).put((byte) 255).put((byte) 255).put((byte) 0);
    }
    texels.flip();
    Letters letters = new Letters();
    letters.setLineHeight(metrics.getHeight());
    letters.setBase(metrics.getAscent());
    letters.setRenderedSize(PIXELS);
    letters.setWidth(WIDTH);
    letters.setHeight(HEIGHT);
    Texture2D texture = new Texture2D(image);
    texture.setMagFilter(Texture.MagFilter.Bilinear);
    texture.setMinFilter(Texture.MinFilter.BilinearNoMipMaps);
    Material material = new Material(assets, "Common/MatDefs/Misc/Unshaded.j3md");
    material.setTexture("ColorMap", texture);
    material.setBoolean("VertexColor", true);
    material.getAdditionalRenderState().setBlendMode(RenderState.BlendMode.Alpha);
    bitmapFont.setCharSet(letters);
    bitmapFont.setPages(new Material[] {material});
  }

  /** The font as the engine and Lemur want it. */
  public BitmapFont bitmapFont() {
    return bitmapFont;
  }

  /** Width of a letter in a text of some size, in pixels of the screen. */
  public float advance(int codePoint, float size) {
    return metrics.charWidth(codePoint) * size / PIXELS;
  }

  private @Nullable BitmapCharacter draw(int code) {
    boolean known = font.canDisplay(code);
    if (!known) {
      tell(
          "The font "
              + font.getFontName()
              + " has no letter for '"
              + Character.toString(code)
              + "'.");
    }
    String letter = known ? Character.toString(code) : "\u25A1";
    int width = metrics.stringWidth(letter) + 2 * GAP;
    int height = metrics.getHeight() + GAP;
    if (penX + width > WIDTH) {
      penX = GAP;
      penY += height + GAP;
    }
    if (penY + height > HEIGHT) {
      tell("This session has shown more different letters than fit; new ones stay blank.");
      return null;
    }
    rasterise(letter, width, height);
    BitmapCharacter glyph = new BitmapCharacter((char) code);
    glyph.setX(penX);
    glyph.setY(penY);
    glyph.setWidth(width);
    glyph.setHeight(height);
    glyph.setXOffset(-GAP);
    glyph.setYOffset(0);
    glyph.setXAdvance(metrics.stringWidth(letter));
    glyph.setPage(0);
    penX += width + GAP;
    return glyph;
  }

  private void rasterise(String letter, int width, int height) {
    BufferedImage drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = drawn.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setFont(font);
    graphics.drawString(letter, GAP, metrics.getAscent());
    graphics.dispose();
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int row = HEIGHT - 1 - (penY + y);
        texels.put((row * WIDTH + penX + x) * 4 + 3, (byte) (drawn.getRGB(x, y) >>> 24));
      }
    }
    image.setUpdateNeeded();
  }

  private void tell(String sentence) {
    if (!told) {
      told = true;
      notices.accept(sentence);
    }
  }

  /** Letters that come into being when asked for. */
  private final class Letters extends BitmapCharacterSet {
    private final Map<Integer, @Nullable BitmapCharacter> drawn = new HashMap<>();

    @Override
    public @Nullable BitmapCharacter getCharacter(int code) {
      if (!drawn.containsKey(code)) {
        drawn.put(code, Character.isISOControl(code) ? null : draw(code));
      }
      return drawn.get(code);
    }

    @Override
    public @Nullable BitmapCharacter getCharacter(int code, int style) {
      return getCharacter(code);
    }
  }
}
